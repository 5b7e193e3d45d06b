import {
  cameBins,
  deedMeasures,
  diedBins,
  groupMeasures,
  leftBins,
  madeMeasures,
  openBins,
  replyBins,
  resolvedBins,
  sourceMeasures,
  waitBins,
  workReplyBins,
  workWaitBins,
} from '#domain/communities/exchange-measures.js';
import { BAND, bandOf, EXACT_FROM } from '#domain/mask/bands.js';
import { type Contribution, isShared, together } from '#domain/mask/dominance.js';
import { type Mask } from '#domain/mask/mask.js';
import { publishContributions } from '#domain/mask/publish-contributions.js';
import { bandOfVolume, joinedIn, publishVolume, volumeCells } from '#domain/mask/volumes.js';
import { organizationCell } from '#storage/measures/exchange.sql.js';
import {
  contributionOf,
  type Exchange,
  type ExchangeRow,
  type MadeBy,
  type OwnGroupRow,
} from '#storage/measures/exchange.repository.js';
import { type LaunchRow } from '#storage/measures/launch.repository.js';
import { publishVoices } from './publish-voices.js';
import { type PublicationRules, type Shelf } from './shelf.js';

const days = 28;

/** Puts beside what is published of people what may be read of groups and threads: volumes, by cells of 200 people. */
export function publishExchange(mask: Mask, exchange: Exchange, published: Shelf, rules: PublicationRules): void {
  const root = mask.nodes[0]?.key;
  if (root === undefined) return;
  const table = new ExchangeTable(exchange.volumes);
  const cells = volumeCells(mask, rules.bands ? EXACT_FROM : rules.k);
  for (const measure of [...madeMeasures, ...deedMeasures]) {
    const made = publishContributions(cells, (cell) => table.sum('everyone', joinedIn(cell), measure), rules);
    published.put('everyone', days, measure, made);
  }
  for (const measure of groupMeasures) {
    const groups = publishVolume(cells, (cell) => table.sum('everyone', joinedIn(cell), measure).total, rules);
    published.put('everyone', days, measure, groups);
  }
  // Without a directory groups are the organisation's.
  if (cells.nodes.length === 0) putWhole(groupMeasures);
  putWhole([...diedBins, ...leftBins, ...cameBins]);
  // Where too few people made the threads, nothing is said of when they were answered.
  if (published.get('everyone', days, 'threads', [root]).size > 0) {
    putWhole([...resolvedBins, ...openBins], 91);
    putWhole(sourceMeasures.filter(isOfMany));
    putWhole([...replyBins, ...waitBins, ...workReplyBins, ...workWaitBins]);
  }
  publishVoices(root, table, published, rules);
  if (exchange.ownGroups) publishOwnGroups(root, exchange.ownGroups, published, rules);
  if (exchange.launch) publishLaunch(root, exchange.launch, published, rules);

  /** Whether many people share in what was made in the organisation, or hardly anything was. */
  function isOfMany(measure: string): boolean {
    const made = table.of('everyone', organizationCell, measure);
    return !rules.bands || made.total < BAND || isShared(made);
  }

  /** Of the organisation as a whole: exact from three on. */
  function putWhole(measures: readonly string[], over = days): void {
    for (const measure of measures) {
      const { total } = table.of('everyone', organizationCell, measure);
      published.put('everyone', over, measure, new Map([[root!, bandOfVolume(total, rules)]]));
    }
  }
}

/** Volumes of one week by population, cell and measure; absent = nothing. */
export class ExchangeTable {
  private readonly index: Map<string, ExchangeRow>;

  constructor(rows: readonly ExchangeRow[]) {
    this.index = new Map(rows.map((row) => [`${row.population}/${row.cell}/${row.measure}`, row]));
  }

  of(population: string, cell: string, measure: string): Contribution {
    const row = this.index.get(`${population}/${cell}/${measure}`);
    return {
      total: row?.total ?? 0,
      contributors: row?.contributors ?? 0,
      top1: row?.top1 ?? 0,
      top2: row?.top2 ?? 0,
    };
  }

  sum(population: string, cells: readonly string[], measure: string): Contribution {
    return together(cells.map((cell) => this.of(population, cell, measure)));
  }

  populations(): string[] {
    return [...new Set([...this.index.values()].map(({ population }) => population))];
  }
}

/**
 * Groups of managers, from k of them on: what one manager's team does is never told. What was done in them is told where
 * it is shared by their managers, and by those who did it, on both sides (docs/decisions/072).
 */
function publishOwnGroups(root: string, row: OwnGroupRow, published: Shelf, rules: PublicationRules): void {
  if (row.managers < rules.k) return;
  const { ownActions: own, otherActions: other, made } = row;
  const isOfMany = (total: number, by: MadeBy | undefined) => isShared(contributionOf(total, by));
  const areShared =
    !rules.bands ||
    (isOfMany(own, made.own_managers) &&
      isOfMany(own, made.own_members) &&
      isOfMany(other, made.other_managers) &&
      isOfMany(other, made.other_members));
  const counts = {
    founders: row.managers,
    ...(areShared && { own_actions: own, other_actions: other }),
    own_weeks: row.ownWeeks,
    other_weeks: row.otherWeeks,
    group_members: row.members,
    enclosed: row.enclosed,
  };
  for (const [measure, value] of Object.entries(counts)) {
    published.put('managers', days, measure, new Map([[root, bandOfVolume(value, rules)]]));
  }
  if (row.ratioLow === null || row.ratioHigh === null || !areShared) return;
  published.put('managers', days, 'uplift', new Map([[root, [row.ratioLow, row.ratioHigh]]]));
}

/** Told of the organisation alone, from k managers on: no place below publishes it, so that nothing is narrowed. */
function publishLaunch(
  root: string,
  { managers, relayed }: LaunchRow,
  published: Shelf,
  rules: PublicationRules,
): void {
  if (managers < rules.k) return;
  published.put('managers', 91, 'launch_due', new Map([[root, [managers, managers]]]));
  published.put('managers', 91, 'launch_relayed', new Map([[root, bandOf(relayed, managers, { bands: rules.bands })]]));
}
