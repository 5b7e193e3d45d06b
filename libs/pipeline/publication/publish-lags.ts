import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { cellOf } from '#domain/mask/cell-of.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { volumeCells } from '#domain/mask/volumes.js';
import { type LagBin, type LagKind, lagKinds } from '#domain/lags/lag.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { countLags, type LagMeasure, lagMeasures } from '#storage/measures/lags.repository.js';
import { type OrganizationFacts } from '#storage/organization/organization.js';
import { lagsAsOf, lastClosedBlockEnd, replaceLags, type StoredLagPlace } from '#storage/publication/lag.repository.js';
import { type PublicationRules } from './shelf.js';

/**
 * Counts how long things take, as of the last complete Sunday, and publishes it. Of real people that is the last block
 * end whose publication is closed, said once: a later change would be about few. Safe to repeat.
 */
export async function publishLags(
  tx: EntityManager,
  organization: OrganizationFacts,
  lastSunday: Day | null,
): Promise<void> {
  const { id } = organization;
  const isPersonal = organization.class === 'personal';
  const sunday = isPersonal ? await lastClosedBlockEnd(tx, id) : lastSunday;
  if (sunday === null || (isPersonal && (await lagsAsOf(tx, id)) === sunday)) return;
  const mask = await maskOf(tx, id, sunday);
  if (!mask) return;
  await countLags(tx, id, sunday, cellOf(mask));
  await replaceLags(tx, id, sunday, maskLags(mask, await lagMeasures(tx, id), organization));
}

/** Pure: the mask and the rules decide, nothing else. Parents come before children. */
export function maskLags(mask: Mask, measures: readonly LagMeasure[], rules: PublicationRules): StoredLagPlace[] {
  // Under bands a histogram needs its own cells: not published yet.
  if (rules.bands) return [];
  const units = volumeCells(mask, rules.k);
  const cells = new Set(mask.nodes.filter(isCell).map(({ key }) => key));
  return lagKinds.flatMap((kind) => {
    const histograms = histogramsOf(units, cells, measures, kind);
    return units.nodes.flatMap(({ key, parent }): StoredLagPlace[] => {
      const { cells, bins } = histograms.get(key)!;
      if (total(bins) < rules.k) return [];
      const shown = bins.map(({ lag, entered, events, censored }) => ({
        lag,
        entered: [entered, entered] as const,
        events: [events, events] as const,
        censored: [censored, censored] as const,
      }));
      return [{ kind, node: key, parent, cells, bins: shown }];
    });
  });
}

const total = (bins: readonly LagBin[]) => bins.reduce((sum, { entered }) => sum + entered, 0);

interface Histogram {
  cells: string[];
  bins: LagBin[];
}

/** The sum of the cells of every unit, bins without anybody left out. */
function histogramsOf(
  units: Mask,
  known: ReadonlySet<string>,
  measures: readonly LagMeasure[],
  kind: LagKind,
): Map<string, Histogram> {
  const cells = new Map<string, string[]>();
  for (const node of [...units.nodes].reverse()) {
    const own = isCell(node) ? [...node.entities, ...node.vacant].filter((key) => known.has(key)) : [];
    const all = [...(cells.get(node.key) ?? []), ...own].sort();
    cells.set(node.key, all);
    if (node.parent !== null) cells.set(node.parent, [...(cells.get(node.parent) ?? []), ...all]);
  }
  const rows = new Map<string, LagMeasure[]>();
  for (const row of measures) if (row.kind === kind) rows.set(row.cell, [...(rows.get(row.cell) ?? []), row]);
  return new Map(
    units.nodes.map(({ key }) => {
      const mine = cells.get(key) ?? [];
      return [key, { cells: mine, bins: added(mine.flatMap((cell) => rows.get(cell) ?? [])) }];
    }),
  );
}

function added(rows: readonly LagBin[]): LagBin[] {
  const sums = new Map<number, LagBin>();
  for (const { lag, entered, events, censored } of rows) {
    const sum = sums.get(lag) ?? { lag, entered: 0, events: 0, censored: 0 };
    sums.set(lag, sum);
    sum.entered += entered;
    sum.events += events;
    sum.censored += censored;
  }
  return [...sums.values()].sort((one, other) => one.lag - other.lag);
}
