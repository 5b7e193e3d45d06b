import { BAND, bandWithin, exactButEnds, EXACT_FROM, type Interval } from './bands.js';
import { leastExcess, mostWithin } from './extremes.js';
import { type PopulationMask, type PopulationNode } from './population-cells.js';

/** Published intervals of a population and of its rest, by position in the population's own layer. */
export interface Split {
  population: Interval[];
  rest: Interval[];
}

/**
 * What a set publishes (`low`…`high`) and what it can still reach whatever the totals below turn out to be: whichever
 * values the bands of the totals allow, its count can be brought down to `floor` and up to `ceiling`. A full set
 * follows its total, so there floor > ceiling.
 */
interface Unit {
  low: number;
  high: number;
  floor: number;
  ceiling: number;
}

interface Sum extends Unit {
  total: number;
  restLow: number;
  restHigh: number;
  /** Largest high − floor, and largest ceiling − low, of one unit. */
  above: number;
  below: number;
}

/**
 * Publishes the population of each union in a band inside what the total leaves possible, wide enough to fit every
 * value of every total, and a node exactly only where the same holds. `totals` are the published intervals by position
 * in `mask.below`; `value` is the population's exact count in a leaf of `mask.below`.
 */
export function publishSplit(mask: PopulationMask, totals: readonly Interval[], value: (leaf: number) => number): Split {
  const size = mask.nodes.length;
  const split: Split = { population: new Array<Interval>(size), rest: new Array<Interval>(size) };
  const sums: Sum[] = mask.nodes.map(() => ({
    ...{ low: 0, high: 0, floor: 0, ceiling: 0 },
    ...{ total: 0, restLow: 0, restHigh: 0, above: 0, below: 0 },
  }));
  for (let position = size - 1; position >= 0; position--) {
    const node = mask.nodes[position]!;
    const sum = sums[position]!;
    const below = mask.below.positions.get(node.key);
    const unit = unitOf(mask, node, totals, sum, value);
    const total = node.kind === 'union' ? null : totals[below!]!;
    const rest = total ? restOf(node, unit, total, sum) : restOfUnion(mask, node, unit, totals);
    split.population[position] = [unit.low, unit.high];
    split.rest[position] = rest;
    const parent = mask.layer.parents[position]!;
    if (parent >= 0) add(sums[parent]!, unit, rest, exactCount(mask, node, sum, value));
  }
  return split;
}

function unitOf(
  mask: PopulationMask,
  node: PopulationNode,
  totals: readonly Interval[],
  sum: Sum,
  value: (leaf: number) => number,
): Unit {
  if (node.kind === 'none') return { low: 0, high: 0, floor: 0, ceiling: 0 };
  if (node.kind === 'union') return unionUnit(mask, node, totals, exactCount(mask, node, sum, value));
  const [low, high] = totals[mask.below.positions.get(node.key)!]!;
  if (node.kind === 'full') return { low, high, floor: high, ceiling: low };
  return nodeUnit(sum, low, high);
}

function exactCount(mask: PopulationMask, node: PopulationNode, sum: Sum, value: (leaf: number) => number): number {
  if (node.cells.length === 0) return sum.total;
  return node.cells.reduce((total, cell) => total + value(mask.below.positions.get(cell)!), 0);
}

function unionUnit(mask: PopulationMask, node: PopulationNode, totals: readonly Interval[], exact: number): Unit {
  const leaves = node.cells.map((cell) => mask.below.positions.get(cell)!);
  const people = new Map(leaves.map((leaf) => [leaf, mask.population[leaf]!]));
  const others = new Map(leaves.map((leaf) => [leaf, mask.rest[leaf]!]));
  let [floorLow, floorHigh, ceilingLow, ceilingHigh] = [0, 0, 0, 0];
  for (const leaf of leaves) {
    const [low, high] = totals[leaf]!;
    floorLow += Math.max(0, low - others.get(leaf)!);
    floorHigh += Math.max(0, high - others.get(leaf)!);
    ceilingLow += Math.min(people.get(leaf)!, low);
    ceilingHigh += Math.min(people.get(leaf)!, high);
  }
  // Totals above keep a single cell's whole band, but not every corner of several cells taken together.
  const several = leaves.length > 1;
  const low = several && floorLow < floorHigh ? leastExcess(mask.below, totals, others) : floorLow;
  const high = several && ceilingLow < ceilingHigh ? mostWithin(mask.below, totals, people) : ceilingHigh;
  const span = Math.max(spanOf(mask, node, totals), floorHigh - low, high - ceilingLow);
  const large = node.population >= EXACT_FROM && node.rest >= EXACT_FROM && span === 0;
  const band = large ? exactButEnds(exact, low, high) : bandWithin(exact, low, high, Math.max(BAND, span + 1));
  return { low: band[0], high: band[1], floor: Math.max(band[0], floorHigh), ceiling: Math.min(band[1], ceilingLow) };
}

/** Width of the published total of a union: the sum over the sets that it joins. */
function spanOf(mask: PopulationMask, node: PopulationNode, totals: readonly Interval[]): number {
  const whole = node.members.length > 0 ? node.members : [node.key];
  let span = 0;
  for (const key of whole) {
    const [low, high] = totals[mask.below.positions.get(key)!]!;
    span += high - low;
  }
  return span;
}

function nodeUnit(sum: Sum, totalLow: number, totalHigh: number): Unit {
  const low = Math.max(sum.low, totalLow - sum.restHigh);
  const high = Math.min(sum.high, totalHigh - sum.restLow);
  if (low === high) return { low, high, floor: high, ceiling: low };
  // A count strictly between these two is reached whatever the totals are, and with any unit at either of its ends.
  const bottom = sum.floor + sum.above;
  const top = sum.ceiling - sum.below;
  if (totalLow < totalHigh || top - bottom < 2) {
    return { low, high, floor: Math.min(sum.floor, high), ceiling: Math.max(sum.ceiling, low) };
  }
  if (sum.total <= bottom) return { low, high: bottom, floor: Math.max(low, sum.floor), ceiling: bottom };
  if (sum.total >= top) return { low: top, high, floor: top, ceiling: Math.min(high, sum.ceiling) };
  return { low: sum.total, high: sum.total, floor: sum.total, ceiling: sum.total };
}

function restOf(node: PopulationNode, unit: Unit, total: Interval, sum: Sum): Interval {
  if (node.kind === 'none') return total;
  if (node.kind === 'full') return [0, 0];
  return [Math.max(sum.restLow, total[0] - unit.high), Math.min(sum.restHigh, total[1] - unit.low)];
}

function restOfUnion(mask: PopulationMask, node: PopulationNode, unit: Unit, totals: readonly Interval[]): Interval {
  let [least, most, low, high] = [0, 0, 0, 0];
  for (const cell of node.cells) {
    const leaf = mask.below.positions.get(cell)!;
    const total = totals[leaf]!;
    least += Math.max(0, total[0] - mask.population[leaf]!);
    most += Math.min(mask.rest[leaf]!, total[1]);
    low += total[0];
    high += total[1];
  }
  return [Math.max(least, low - unit.high), Math.min(most, high - unit.low)];
}

function add(sum: Sum, unit: Unit, rest: Interval, exact: number): void {
  sum.low += unit.low;
  sum.high += unit.high;
  sum.floor += unit.floor;
  sum.ceiling += unit.ceiling;
  sum.total += exact;
  sum.restLow += rest[0];
  sum.restHigh += rest[1];
  sum.above = Math.max(sum.above, unit.high - unit.floor);
  sum.below = Math.max(sum.below, unit.ceiling - unit.low);
}
