import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { familyCells, type FamilyMask, type PublishedFamily, publishFamily } from '#domain/mask/publish-population.js';
import { leftOf } from '#domain/mask/unit-rule.js';
import { type Count } from './counts-within.js';
import { type LevelGroup, levelGroups, narrowsNothing } from './levels-at-root.js';
import { type Table } from './measure-table.js';
import { type OtherSundays } from './other-sundays.js';
import { type PublicationRules, type Shelf } from './shelf.js';
import { type IsTold, ToldSoFar } from './told-so-far.js';

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
  { isTold, beside }: { isTold: IsTold; beside: OtherSundays },
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
  const organisation: Mask = { nodes: [{ ...root, kind: 'cell', entities: table.cells, vacant: [] }] };
  const chain = familyCells(
    organisation,
    names.map((_, member) => new Map([[root.key, sum(member, 0, 'people')]])),
    rules.k,
  );
  // Where either side is large enough both are told: each is what the other leaves.
  const isToldIn =
    ({ splits }: FamilyMask) =>
    (count: Count, split: number, position: number) => {
      const { population, rest } = splits[split]!.nodes[position]!;
      return isTold(count, population + rest);
    };
  // The first member of the tree are the others, as in the chain.
  const inTree = (member: number, days: number, measure: string, cell: string) => {
    const managing = table.value('managers', days, measure, cell);
    return member === 0 ? table.value('everyone', days, measure, cell) - managing : managing;
  };
  const told = new ToldSoFar(
    rules,
    ({ days, measure }, member, cell) => inTree(member, days, measure, cell),
    isToldIn(tree),
    tree.splits.map((split) => beside.ofSplit('others', split)),
  );
  const toldAtRoot = new ToldSoFar(
    rules,
    ({ days, measure }, member) => sum(member, days, measure),
    isToldIn(chain),
    beside.ofChain(names, chain),
  );
  for (const count of table.counts) {
    const { days, measure } = count;
    const totals = published.get('everyone', days, measure, table.nodes);
    const value = (member: number, cell: string) => inTree(member, days, measure, cell);
    const below = publishFamily(tree, totals, value, told.rulesFor(count));
    const others = below.told[0] ?? new Map<string, Interval>();
    const levelRules = toldAtRoot.rulesFor(count);
    const whole = (member: number) => sum(member, days, measure);
    const atRoot = toldAtRoot.keep(count, publishFamily(chain, totals, whole, levelRules)).told;
    const othersAtRoot = atRoot[0]?.get(root.key);
    const speaks =
      othersAtRoot !== undefined &&
      (!levelRules.bands ||
        narrowsNothing(
          tree.splits[0],
          below.splits[0],
          atRoot.map((member) => member.get(root.key)),
          groups,
        ));
    told.keep(count, speaks ? toldAtRootOf(below, othersAtRoot, totals.get(root.key)!) : below);
    const chosen = speaks ? new Map([...others, [root.key, othersAtRoot]]) : others;
    published.put('others', days, measure, chosen);
    published.put('managers', days, measure, less(totals, chosen));
    if (speaks) groups.forEach(({ population }, group) => published.put(population, days, measure, atRoot[group + 1]!));
  }
}

/** Later counts must leave of this one what the chain says of it at the root, which is more than the tree says. */
function toldAtRootOf(family: PublishedFamily, others: Interval, total: Interval): PublishedFamily {
  const splits = family.splits.map((split) => ({
    ...split,
    population: [others, ...split.population.slice(1)],
    rest: [leftOf(total, others), ...split.rest.slice(1)],
  }));
  return { ...family, splits };
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
