import { levelPopulation, levelsIn } from '#domain/indicators/levels.js';
import { type Interval } from '#domain/mask/bands.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { joinUntil } from '#domain/mask/near-twins.js';
import { populationCells } from '#domain/mask/population-cells.js';
import { familyCells, publishFamily, publishPopulation } from '#domain/mask/publish-population.js';
import { type Counted, declaredMeasures, type PublicationRules, type Shelf } from './shelf.js';

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

/** Managers whose levels are read together; the first group also holds those without a level. */
interface Group {
  population: string;
  levels: string[];
}

function publishManagers(mask: Mask, table: Table, levels: string[], published: Shelf, rules: PublicationRules): void {
  const groups = joinedLevels(table, levels, rules.k);
  const value = (member: number, days: number, measure: string, cell: string): number => {
    const of = (population: string) => table.value(population, days, measure, cell);
    const group = groups[member - 1];
    if (!group) return of('everyone') - of('managers');
    const counted = (which: Group) => which.levels.reduce((sum, level) => sum + of(level), 0);
    if (member > 1) return counted(group);
    return of('managers') - groups.slice(1).reduce((sum, other) => sum + counted(other), 0);
  };
  const names = ['others', ...groups.map(({ population }) => population)];
  const sizes = names.map((_, member) => new Map(table.cells.map((cell) => [cell, value(member, 0, 'people', cell)])));
  const family = familyCells(mask, sizes, rules.k);
  table.eachMeasure((days, measure) => {
    const totals = published.get('everyone', days, measure, table.nodes);
    const bands = rules.bands && !declaredMeasures.has(measure);
    const intervals = publishFamily(family, totals, (member, cell) => value(member, days, measure, cell), { bands });
    names.forEach((name, member) =>
      published.put(name, days, measure, intervals[member] ?? new Map<string, Interval>()),
    );
    published.put('managers', days, measure, less(totals, intervals[0] ?? new Map<string, Interval>()));
  });
}

/** Front line first: the executive committee, the smallest, is joined to the level below it when it is under k. */
function joinedLevels(table: Table, levels: readonly string[], k: number): Group[] {
  const chain = [...levels].sort((a, b) => levelsIn(b)[0]! - levelsIn(a)[0]!);
  const people = chain.map((level) => [...table.sizes(level).values()].reduce((sum, size) => sum + size, 0));
  return joinUntil(people, k).map((positions) => {
    const joined = positions.map((position) => chain[position]!);
    return { levels: joined, population: levelPopulation(joined.flatMap(levelsIn).sort((a, b) => a - b)) };
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
