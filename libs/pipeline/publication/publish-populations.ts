import { type Interval } from '#domain/mask/bands.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { populationCells } from '#domain/mask/population-cells.js';
import { familyCells, publishFamily, publishPopulation } from '#domain/mask/publish-population.js';
import { type Counted, declaredMeasures, type PublicationRules, type Shelf } from './publish-counts.js';

/**
 * Populations of the roster beside everyone. Managers by level and all others make up everyone: one chain of two-way
 * splits, the largest group first. Each other population is split from the rest on its own.
 */
export function publishPopulations(
  mask: Mask,
  counted: readonly Counted[],
  published: Shelf,
  rules: PublicationRules,
): void {
  if (mask.nodes.length === 0) return;
  const names = [...new Set(counted.map(({ population }) => population))];
  const levels = names.filter((name) => name.startsWith('level-'));
  const alone = names.filter((name) => !['everyone', 'unassigned', 'volume', 'managers', ...levels].includes(name));
  const table = new Table(mask, counted);
  for (const name of alone) {
    const cells = populationCells(mask, table.sizes(name), rules.k);
    table.eachMeasure((days, measure) => {
      const totals = published.get('everyone', days, measure, table.nodes);
      const value = (cell: string) => table.value(name, days, measure, cell);
      const bands = rules.bands && !declaredMeasures.has(measure);
      published.put(name, days, measure, publishPopulation(cells, totals, value, { bands }));
    });
  }
  if (names.includes('managers')) publishManagers(mask, table, levels, published, rules);
}

function publishManagers(mask: Mask, table: Table, levels: string[], published: Shelf, rules: PublicationRules): void {
  const others = (days: number, measure: string, cell: string) =>
    table.value('everyone', days, measure, cell) - table.value('managers', days, measure, cell);
  // Front line first: the executive committee, the smallest, is what remains.
  const chain = levels.sort((a, b) => Number(b.slice(6)) - Number(a.slice(6)));
  const unplaced = new Map(
    [...table.sizes('managers')].map(([cell, people]) => [
      cell,
      people - chain.reduce((all, level) => all + (table.sizes(level).get(cell) ?? 0), 0),
    ]),
  );
  const hasUnplaced = [...unplaced.values()].some((people) => people > 0);
  const sizes = [
    new Map(table.cells.map((cell) => [cell, others(0, 'people', cell)])),
    ...(hasUnplaced ? [unplaced] : []),
    ...chain.map((level) => table.sizes(level)),
  ];
  const names = ['others', ...(hasUnplaced ? [null] : []), ...chain];
  const family = familyCells(mask, sizes, rules.k);
  table.eachMeasure((days, measure) => {
    const value = (member: number, cell: string): number => {
      const name = names[member];
      if (name === 'others') return others(days, measure, cell);
      if (name) return table.value(name, days, measure, cell);
      return (
        table.value('managers', days, measure, cell) -
        chain.reduce((all, level) => all + table.value(level, days, measure, cell), 0)
      );
    };
    const totals = published.get('everyone', days, measure, table.nodes);
    const intervals = publishFamily(family, totals, value, { bands: rules.bands && !declaredMeasures.has(measure) });
    intervals.forEach((of, member) => {
      const name = names[member];
      if (name) published.put(name, days, measure, of);
    });
    published.put('managers', days, measure, less(totals, intervals[0] ?? new Map<string, Interval>()));
  });
}

/** Managers are everyone less the others: they never get a band of their own (rules 3.4). */
function less(totals: ReadonlyMap<string, Interval>, others: ReadonlyMap<string, Interval>): Map<string, Interval> {
  const rest = new Map<string, Interval>();
  for (const [node, total] of totals) {
    const other = others.get(node);
    if (other) rest.set(node, [Math.max(0, total[0] - other[1]), total[1] - other[0]]);
  }
  return rest;
}

/** Measures by population, window, name and cell. */
class Table {
  readonly nodes: string[];
  readonly cells: string[];
  private readonly index: Map<string, Counted>;

  constructor(mask: Mask, counted: readonly Counted[]) {
    this.nodes = mask.nodes.map((node) => node.key);
    this.cells = mask.nodes.filter(isCell).map((node) => node.key);
    this.index = new Map(counted.map((one) => [`${one.population}/${one.days}`, one]));
  }

  value(population: string, days: number, measure: string, cell: string): number {
    return this.index.get(`${population}/${days}`)?.measures.get(measure)?.get(cell) ?? 0;
  }

  sizes(population: string): Map<string, number> {
    return this.index.get(`${population}/0`)?.measures.get('people') ?? new Map<string, number>();
  }

  /** Every window and measure that is counted over everyone. */
  eachMeasure(visit: (days: number, measure: string) => void): void {
    for (const one of this.index.values()) {
      if (one.population === 'everyone') for (const measure of one.measures.keys()) visit(one.days, measure);
    }
  }
}
