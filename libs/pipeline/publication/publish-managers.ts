import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { familyCells, publishFamily } from '#domain/mask/publish-population.js';
import { type LevelGroup, levelGroups, narrowsNothing } from './levels-at-root.js';
import { type Table } from './measure-table.js';
import { declaredMeasures, type PublicationRules, type Shelf } from './shelf.js';

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
  const managers = table.sizes('managers');
  const others = new Map(
    table.cells.map((cell) => [cell, table.value('everyone', 0, 'people', cell) - (managers.get(cell) ?? 0)]),
  );
  const tree = familyCells(mask, [others, managers], rules.k);
  const groups = levelGroups(table, levels, tree.splits[0], rules);
  const names = ['others', ...groups.map(({ population }) => population)];
  const value = (member: number, days: number, measure: string, cell: string) =>
    valueOf(table, groups, member, days, measure, cell);
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
    const speaks =
      othersAtRoot !== undefined &&
      (!bands ||
        narrowsNothing(
          tree.splits[0],
          others,
          atRoot.map((member) => member.get(root.key)),
          groups,
        ));
    const told = speaks ? new Map([...others, [root.key, othersAtRoot]]) : others;
    published.put('others', days, measure, told);
    published.put('managers', days, measure, less(totals, told));
    if (speaks) groups.forEach(({ population }, group) => published.put(population, days, measure, atRoot[group + 1]!));
  });
}

function valueOf(
  table: Table,
  groups: readonly LevelGroup[],
  member: number,
  days: number,
  measure: string,
  cell: string,
): number {
  const of = (population: string) => table.value(population, days, measure, cell);
  const group = groups[member - 1];
  if (!group) return of('everyone') - of('managers');
  const counted = (which: LevelGroup) => which.levels.reduce((sum, level) => sum + of(level), 0);
  if (member > 1) return counted(group);
  return of('managers') - groups.slice(1).reduce((sum, other) => sum + counted(other), 0);
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
