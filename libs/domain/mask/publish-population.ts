import { type Interval } from './bands.js';
import { buildLayer, type Layer, type Mask } from './mask.js';
import { type Blocks } from './other-sundays.js';
import { divide, type PopulationMask, populationCells } from './population-cells.js';
import { publishSplit, type Split, type SplitRules } from './publish-split.js';

export interface PopulationRules {
  bands: boolean;
  /** Larger counts of the same people as they are already published: everyone counted here is counted there too. */
  beside?: readonly PublishedFamily[];
  /** Where not everybody can be counted: who can, by member and cell, and from how many on they are told of. */
  eligible?: { people: (member: number, cell: string) => number; k: number };
  /** What each split tells as one beside what other Sundays have told. */
  blocks?: readonly (Blocks | undefined)[];
}

/** Published counts of each member by node; `splits` are what later counts must not narrow. */
export interface PublishedFamily {
  told: Map<string, Interval>[];
  splits: readonly Split[];
}

/**
 * Publishes a population's count (`value`: its exact count in a cell of the mask) beside the published `totals` of the
 * same count over everyone. Nodes where nobody belongs to the population, or that are joined with others, are absent.
 */
export function publishPopulation(
  mask: PopulationMask,
  totals: ReadonlyMap<string, Interval>,
  value: (cell: string) => number,
  rules: PopulationRules,
): PublishedFamily {
  const { keys } = mask.below;
  const exact = (leaf: number): number => value(keys[leaf]!);
  if (!rules.bands) return { told: [exactly(mask, exact)], splits: [] };
  const cells = keys.map((key) => [key]);
  const intervals = keys.map((key) => totals.get(key)!);
  const split = publishSplit(mask, intervals, exact, splitRules(rules, mask, 0, 1, cells));
  return { told: [named(mask, split.population, 'none')], splits: [split] };
}

/** The rules of the split that parts `member` from all later ones, of `last` + 1 members in all. */
function splitRules(
  { beside = [], eligible, blocks = [] }: PopulationRules,
  { below }: PopulationMask,
  member: number,
  last: number,
  cells: readonly (readonly string[])[],
): SplitRules {
  const outers = beside.flatMap(({ splits }) => splits[member] ?? []);
  const own = blocks[member];
  const rules: SplitRules = { beside: outers, ...(own && { blocks: own }) };
  if (!eligible) return rules;
  const people = (from: number, to: number): Float64Array =>
    Float64Array.from(cells, (behind, position) => {
      let sum = 0;
      if (below.leaves[position] === 0) return sum;
      for (let which = from; which <= to; which++) sum += add(behind, (cell) => eligible.people(which, cell));
      return sum;
    });
  return {
    ...rules,
    eligible: { population: people(member, member), rest: people(member + 1, last), k: eligible.k },
  };
}

/** A family of populations that make up everyone: each is split from what the one before left. */
export interface FamilyMask {
  /** One split for every member but the last, which is the rest of the last split. */
  splits: PopulationMask[];
  /** Cells of the first layer behind each leaf of each split's lower layer. */
  cells: (readonly string[])[][];
}

/** `members`: the people of each population by cell, in the fixed order of the family. */
export function familyCells(mask: Mask, members: readonly ReadonlyMap<string, number>[], k: number): FamilyMask {
  const family: FamilyMask = { splits: [], cells: [] };
  let cells: (readonly string[])[] = mask.nodes.map((node) => [node.key]);
  for (let member = 0; member < members.length - 1; member++) {
    const behind = cells;
    const inside = (leaf: number): number => peopleOf(members[member]!, behind[leaf]!);
    const outside = (leaf: number): number =>
      members.slice(member + 1).reduce((people, other) => people + peopleOf(other, behind[leaf]!), 0);
    const previous = family.splits.at(-1);
    const split = previous
      ? divide(restLayer(previous), inside, outside, k, (leaf) => behind[leaf]!.length)
      : populationCells(mask, members[member]!, k);
    family.cells.push(behind);
    family.splits.push(split);
    const below = split.below.positions;
    cells = remaining(split).map((node) => node.cells.flatMap((cell) => behind[below.get(cell)!]!));
  }
  return family;
}

/** Publishes every member of a family, in its order; `value` is the exact count of a member in a cell of the mask. */
export function publishFamily(
  family: FamilyMask,
  totals: ReadonlyMap<string, Interval>,
  value: (member: number, cell: string) => number,
  rules: PopulationRules,
): PublishedFamily {
  const published: Map<string, Interval>[] = [];
  const splits: Split[] = [];
  let intervals: Interval[] = family.splits[0]?.below.keys.map((key) => totals.get(key)!) ?? [];
  family.splits.forEach((mask, member) => {
    const last = member === family.splits.length - 1;
    const cells = family.cells[member]!;
    const exact = (which: number, leaf: number): number => add(cells[leaf]!, (cell) => value(which, cell));
    if (!rules.bands) {
      published.push(exactly(mask, (leaf) => exact(member, leaf)));
      if (last) published.push(exactly(mask, (leaf) => exact(member + 1, leaf), 'full'));
      return;
    }
    const within = splitRules(rules, mask, member, family.splits.length, cells);
    const split = publishSplit(mask, intervals, (leaf) => exact(member, leaf), within);
    splits.push(split);
    published.push(named(mask, split.population, 'none'));
    if (last) published.push(named(mask, split.rest, 'full'));
    intervals = split.rest.filter((_, position) => mask.nodes[position]!.kind !== 'full');
  });
  return { told: published, splits };
}

function add<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function peopleOf(member: ReadonlyMap<string, number>, cells: readonly string[]): number {
  return add(cells, (cell) => member.get(cell) ?? 0);
}

function remaining(split: PopulationMask): PopulationMask['nodes'] {
  return split.nodes.filter((node) => node.kind !== 'full');
}

function restLayer(split: PopulationMask): Layer {
  return buildLayer(remaining(split), (node) => node.cells.length > 0);
}

function named(mask: PopulationMask, intervals: readonly Interval[], empty: 'none' | 'full'): Map<string, Interval> {
  const published = new Map<string, Interval>();
  mask.nodes.forEach((node, position) => {
    if (node.kind !== empty) published.set(node.key, intervals[position]!);
  });
  return published;
}

function exactly(
  mask: PopulationMask,
  value: (leaf: number) => number,
  empty: 'none' | 'full' = 'none',
): Map<string, Interval> {
  const totals = new Float64Array(mask.nodes.length);
  for (let position = mask.nodes.length - 1; position >= 0; position--) {
    totals[position]! += add(mask.places[position]!.leaves, value);
    const parent = mask.layer.parents[position]!;
    if (parent >= 0) totals[parent]! += totals[position]!;
  }
  return named(
    mask,
    Array.from(totals, (total): Interval => [total, total]),
    empty,
  );
}
