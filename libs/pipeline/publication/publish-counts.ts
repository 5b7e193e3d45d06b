import { endsBlock, type Day } from '#domain/calendar/day.js';
import { bandOf, EXACT_FROM } from '#domain/mask/bands.js';
import { type Mask, type MaskNode } from '#domain/mask/mask.js';
import { type Unshown } from '#domain/mask/near-twins.js';
import { publishCount } from '#domain/mask/publish-count.js';
import { publishVolume, volumeCells } from '#domain/mask/volumes.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { type Count, nestedCounts } from './counts-within.js';
import { Table } from './measure-table.js';
import { type BlocksFor, type OtherSunday, OtherSundays } from './other-sundays.js';
import { publishNetwork } from './publish-network.js';
import { type Exchange } from '#storage/measures/exchange.repository.js';
import { publishExchange } from './publish-exchange.js';
import { parts, publishParts } from './publish-parts.js';
import { sumOf } from './places.js';
import { hideTwins, publishPopulations } from './publish-populations.js';
import { calendarMeasures, presenceMeasures, publishPresence } from './publish-presence.js';
import { type CellValues, type Counted, declaredMeasures, type PublicationRules, Shelf } from './shelf.js';

/** A mask with the places at which a population says nothing beside its near twin. */
export interface ShownMask extends Mask {
  unshown?: readonly Unshown[];
}

/** Turns the measures of a week into what may be read of them. Pure: the mask and the rules decide, nothing else. */
export function publishWeekCounts(
  mask: ShownMask,
  rows: readonly MeasureRow[],
  sunday: Day,
  rules: PublicationRules,
  exchange?: Exchange,
  others: readonly OtherSunday[] = [],
): PublishedRow[] {
  const root = mask.nodes[0]?.key;
  const counted = byMeasure(rows);
  const headcounts = new Map(mask.nodes.map((node) => [node.key, node.headcount]));
  const published = new Shelf();
  const season = new Season(sunday, rules);
  const beside = new OtherSundays(mask, sunday, others);
  // What is counted of everyone and of no other population comes under a name of its own.
  for (const name of ['everyone', 'whole']) {
    publishNested(
      mask,
      counted.filter(({ population }) => population === name),
      published,
      rules,
      season,
      name === 'everyone' ? beside.ofEveryone() : undefined,
    );
  }
  publishPopulations(mask, counted, published, rules, {
    isTold: (count, people) => season.tells(count, people),
    beside,
  });
  if (rules.bands) hideTwins(mask.unshown ?? [], published);
  publishVolumes(mask, counted, published, rules);
  publishNetwork(mask, counted, published, rules);
  if (exchange) publishExchange(mask, exchange, published, rules);
  publishParts(mask, counted, published, rules);
  if (root) publishUnassigned(root, counted, published, rules);
  const sizeOf = (population: string, node: string) =>
    population === 'everyone' || parts.has(population) ? headcounts.get(node) : published.size(population, node);
  return published
    .rows()
    .map((row) => season.kept(row, sizeOf))
    .filter((row) => row !== null);
}

/** Counts of everyone, the larger ones first: a count within another tells nothing that the other keeps to itself. */
function publishNested(
  mask: Mask,
  counted: readonly Counted[],
  published: Shelf,
  rules: PublicationRules,
  season: Season,
  blocksFor?: BlocksFor,
): void {
  const table = new Table(mask, counted);
  for (const { days, measure, outers } of nestedCounts(counted)) {
    const bands = rules.bands && !declaredMeasures.has(measure);
    // What a place does not say this week must not be seen in what it says of smaller counts.
    const placesOf = (outer: Count) =>
      mask.nodes.filter(({ headcount }) => season.tells(outer, headcount)).map(({ key }) => key);
    const told = outers.map((outer) => published.get('everyone', outer.days, outer.measure, placesOf(outer)));
    const value = ({ key }: MaskNode) => table.value(counted[0]!.population, days, measure, key);
    published.put(
      'everyone',
      days,
      measure,
      publishCount(mask, value, {
        ...{ bands, k: rules.k, outers: bands ? told : [] },
        ...(bands && blocksFor && { blocks: blocksFor({ days, measure }) }),
      }),
    );
  }
}

type SizeOf = (population: string, node: string) => number | undefined;

/**
 * Windows of 28 days and more of fewer than 200 people appear at the end of a four-week block only (rules 4.6). States
 * are the longest window of all; what is declared stays visible every week.
 */
class Season {
  private readonly isAll: boolean;

  constructor(sunday: Day, { bands }: PublicationRules) {
    this.isAll = !bands || endsBlock(sunday);
  }

  tells({ days, measure }: Count, people: number): boolean {
    return (
      this.isAll || people >= EXACT_FROM || (days > 0 && days < 28) || (days === 0 && declaredMeasures.has(measure))
    );
  }

  /** What of a row may be told; null where that is nothing. */
  kept(row: PublishedRow, sizeOf: SizeOf): PublishedRow | null {
    const people = sizeOf(row.population, row.node) ?? 0;
    const counts = Object.entries(row.counts).filter(([measure]) => this.tells({ days: row.days, measure }, people));
    return counts.length > 0 || row.days === 0 ? { ...row, counts: Object.fromEntries(counts) } : null;
  }
}

function publishVolumes(mask: Mask, counted: readonly Counted[], published: Shelf, rules: PublicationRules): void {
  const cells = volumeCells(mask, rules.bands ? EXACT_FROM : rules.k);
  for (const one of counted.filter(({ population }) => population === 'volume')) {
    for (const [measure, values] of one.measures) {
      if (calendarMeasures.has(measure) || (rules.bands && presenceMeasures.has(measure))) continue;
      const intervals = publishVolume(cells, (cell) => sumOf(cell, values), { bands: rules.bands });
      published.put('everyone', one.days, measure, intervals);
    }
    if (rules.bands) publishPresence(cells, one, published);
  }
}

/** Those the directory does not name: one cell of the organisation, shown from k people on. */
function publishUnassigned(root: string, counted: readonly Counted[], published: Shelf, rules: PublicationRules): void {
  const mine = counted.filter(({ population }) => population === 'unassigned');
  const people = total(mine.find(({ days }) => days === 0)?.measures.get('people'));
  if (people < rules.k) return;
  for (const one of mine) {
    for (const [measure, values] of one.measures) {
      const bands = rules.bands && !declaredMeasures.has(measure);
      published.put('unassigned', one.days, measure, new Map([[root, bandOf(total(values), people, { bands })]]));
    }
  }
}

const total = (values: CellValues | undefined) => [...(values?.values() ?? [])].reduce((all, value) => all + value, 0);

function byMeasure(rows: readonly MeasureRow[]): Counted[] {
  const counted = new Map<string, Counted>();
  for (const row of rows) {
    const key = `${row.population}/${row.days}`;
    const one: Counted = counted.get(key) ?? { population: row.population, days: row.days, measures: new Map() };
    counted.set(key, one);
    for (const [measure, value] of Object.entries(row.counts)) {
      const values = one.measures.get(measure) ?? new Map<string, number>();
      one.measures.set(measure, values.set(row.cell, value));
    }
  }
  return [...counted.values()];
}
