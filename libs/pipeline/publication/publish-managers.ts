import { levelPopulation, levelsIn } from '#domain/indicators/levels.js';
import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { joinUntil } from '#domain/mask/near-twins.js';
import { type PopulationMask } from '#domain/mask/population-cells.js';
import { familyCells, publishFamily } from '#domain/mask/publish-population.js';
import { type Table } from './measure-table.js';
import { declaredMeasures, type PublicationRules, type Shelf } from './shelf.js';

/** Managers whose levels are read together; the first group also holds those without a level. */
interface Group {
  population: string;
  levels: string[];
}

/**
 * Managers and all others over the whole tree, in one split; levels for the organisation alone, in one chain of splits
 * that makes up everyone there (docs/decisions/011). The chain also speaks for others and managers at the root, where
 * it narrows no place below; elsewhere the tree does, and the levels say nothing that week.
 */
export function publishManagers(
  mask: Mask,
  table: Table,
  levels: string[],
  published: Shelf,
  rules: PublicationRules,
): void {
  const root = mask.nodes[0]!;
  const groups = joinedLevels(table, levels, rules.k);
  const names = ['others', ...groups.map(({ population }) => population)];
  const value = (member: number, days: number, measure: string, cell: string) =>
    valueOf(table, groups, member, days, measure, cell);
  const sizes = (cells: readonly string[], member: number) =>
    new Map(cells.map((cell) => [cell, value(member, 0, 'people', cell)]));
  const managers = new Map(table.cells.map((cell) => [cell, table.value('managers', 0, 'people', cell)]));
  const tree = familyCells(mask, [sizes(table.cells, 0), managers], rules.k);
  const sum = (member: number, days: number, measure: string) =>
    table.cells.reduce((all, cell) => all + value(member, days, measure, cell), 0);
  const whole: Mask = { nodes: [{ ...root, kind: 'cell', entities: table.cells, vacant: [] }] };
  const chain = familyCells(
    whole,
    names.map((_, member) => new Map([[root.key, sum(member, 0, 'people')]])),
    rules.k,
  );
  table.eachMeasure((days, measure) => {
    const totals = published.get('everyone', days, measure, table.nodes);
    const bands = rules.bands && !declaredMeasures.has(measure);
    const of = (population: string, cell: string) => table.value(population, days, measure, cell);
    const [others = new Map<string, Interval>()] = publishFamily(
      tree,
      totals,
      (member, cell) => (member === 0 ? of('everyone', cell) - of('managers', cell) : of('managers', cell)),
      { bands },
    );
    const atRoot = publishFamily(chain, totals, (member) => sum(member, days, measure), { bands });
    const othersAtRoot = atRoot[0]?.get(root.key);
    const speaks = othersAtRoot !== undefined && (!bands || narrowsNothing(tree.splits[0], others, othersAtRoot));
    const told = speaks ? new Map([...others, [root.key, othersAtRoot]]) : others;
    published.put('others', days, measure, told);
    published.put('managers', days, measure, less(totals, told));
    if (speaks) groups.forEach(({ population }, group) => published.put(population, days, measure, atRoot[group + 1]!));
  });
}

function valueOf(
  table: Table,
  groups: readonly Group[],
  member: number,
  days: number,
  measure: string,
  cell: string,
): number {
  const of = (population: string) => table.value(population, days, measure, cell);
  const group = groups[member - 1];
  if (!group) return of('everyone') - of('managers');
  const counted = (which: Group) => which.levels.reduce((sum, level) => sum + of(level), 0);
  if (member > 1) return counted(group);
  return of('managers') - groups.slice(1).reduce((sum, other) => sum + counted(other), 0);
}

/**
 * The unit rule for the root: its interval lies strictly inside what the units below allow, by more than the widest
 * of them, so that each keeps its whole band. A single unit is the root itself and has nothing below to narrow.
 */
function narrowsNothing(
  split: PopulationMask | undefined,
  units: ReadonlyMap<string, Interval>,
  root: Interval,
): boolean {
  const leaves = split?.nodes.filter((node) => node.cells.length > 0) ?? [];
  if (leaves.length <= 1) return true;
  let [low, high, widest] = [0, 0, 0];
  for (const leaf of leaves) {
    const [from, to] = units.get(leaf.key) ?? [0, 0];
    low += from;
    high += to;
    widest = Math.max(widest, to - from);
  }
  return low + widest < root[0] && root[1] < high - widest;
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
