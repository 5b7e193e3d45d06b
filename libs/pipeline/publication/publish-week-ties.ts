import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { EXACT_FROM } from '#domain/mask/bands.js';
import { isShared } from '#domain/mask/dominance.js';
import { type Mask } from '#domain/mask/mask.js';
import { publishTieMatrix } from '#domain/mask/publish-tie-matrix.js';
import { type TieCount } from '#domain/mask/publish-ties.js';
import { volumeCells } from '#domain/mask/volumes.js';
import { tieDays, tieMeasures } from '#storage/measures/network.repository.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { type PublishedTie, replaceTies } from '#storage/publication/tie.repository.js';
import { type PublicationRules } from './shelf.js';

/** Replaces the matrix of ties of a week beside the totals that its rows tell. */
export async function publishWeekTies(
  tx: EntityManager,
  organization: PublicationRules & { id: string },
  sunday: Day,
  mask: Mask,
  rows: readonly PublishedRow[],
): Promise<void> {
  const counts = (await tieMeasures(tx, organization.id, sunday)).map(
    ({ source, target, interactions, contributors, receivers, top1, top2 }): TieCount => {
      const isDominated = organization.bands && !isShared({ total: interactions, contributors, top1, top2 });
      return { source, target, value: interactions, sources: isDominated ? 0 : contributors, targets: receivers };
    },
  );
  const shown = counts.length === 0 || mask.nodes.length === 0 ? [] : shownTies(mask, counts, rows, organization);
  await replaceTies(tx, organization.id, sunday, tieDays, shown);
}

function shownTies(
  mask: Mask,
  counts: readonly TieCount[],
  rows: readonly PublishedRow[],
  rules: PublicationRules,
): PublishedTie[] {
  const told = rows.filter(({ days, counts: { crossing, internal } }) => days === tieDays && crossing && internal);
  const cells = volumeCells(mask, rules.bands ? EXACT_FROM : rules.k);
  return publishTieMatrix(cells, counts, new Set(told.map(({ node }) => node)), rules).map(
    ({ source, target, value }) => ({ source, target, interactions: value }),
  );
}
