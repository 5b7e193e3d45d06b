import { BAND, bandWithin, exactButEnds, EXACT_FROM, type Interval } from './bands.js';
import { leastExcess, mostWithin } from './extremes.js';
import { type PopulationMask } from './population-cells.js';

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
export function publishSplit(
  mask: PopulationMask,
  totals: readonly Interval[],
  value: (leaf: number) => number,
): Split {
  const { nodes, places, layer } = mask;
  const size = nodes.length;
  const split: Split = { population: new Array<Interval>(size), rest: new Array<Interval>(size) };
  const sums: Sum[] = nodes.map(emptySum);
  for (let position = size - 1; position >= 0; position--) {
    const { kind } = nodes[position]!;
    const { self, leaves } = places[position]!;
    const sum = sums[position]!;
    for (const leaf of leaves) sum.total += value(leaf);
    let unit: Unit;
    let rest: Interval;
    if (kind === 'union') {
      unit = unionUnit(mask, position, totals, sum.total);
      rest = restOfUnion(mask, leaves, unit, totals);
    } else {
      const total = totals[self]!;
      unit = kind === 'node' ? nodeUnit(sum, total) : kind === 'full' ? fullUnit(total) : NOBODY;
      rest = kind === 'node' ? restOf(sum, unit, total) : kind === 'full' ? [0, 0] : total;
    }
    split.population[position] = [unit.low, unit.high];
    split.rest[position] = rest;
    const parent = layer.parents[position]!;
    if (parent >= 0) add(sums[parent]!, unit, rest, sum.total);
  }
  return split;
}

const NOBODY: Unit = { low: 0, high: 0, floor: 0, ceiling: 0 };

function fullUnit([low, high]: Interval): Unit {
  return { low, high, floor: high, ceiling: low };
}

function unionUnit(mask: PopulationMask, position: number, totals: readonly Interval[], exact: number): Unit {
  const { leaves, joined, loose } = mask.places[position]!;
  const { population, rest } = mask.nodes[position]!;
  let [floorLow, floorHigh, ceilingLow, ceilingHigh] = [0, 0, 0, 0];
  for (const leaf of leaves) {
    const [low, high] = totals[leaf]!;
    floorLow += Math.max(0, low - mask.rest[leaf]!);
    floorHigh += Math.max(0, high - mask.rest[leaf]!);
    ceilingLow += Math.min(mask.population[leaf]!, low);
    ceilingHigh += Math.min(mask.population[leaf]!, high);
  }
  // Totals above keep a single cell's whole band, but not every corner of several cells taken together.
  const several = leaves.length > 1 && !loose;
  const people = (of: Float64Array): Map<number, number> => new Map(leaves.map((leaf) => [leaf, of[leaf]!]));
  const low = several && floorLow < floorHigh ? leastExcess(mask.below, totals, people(mask.rest)) : floorLow;
  const high =
    several && ceilingLow < ceilingHigh ? mostWithin(mask.below, totals, people(mask.population)) : ceilingHigh;
  // As wide as the published total of the union (the sum over the sets that it joins), and as what its totals can move.
  const total = joined.reduce((span, set) => span + totals[set]![1] - totals[set]![0], 0);
  const span = Math.max(total, floorHigh - low, high - ceilingLow);
  const large = population >= EXACT_FROM && rest >= EXACT_FROM && span === 0;
  // Where an end may be out of reach by up to `span`, three values are left beyond it.
  const size = loose ? span + BAND : Math.max(BAND, span + 1);
  const band = large ? exactButEnds(exact, low, high) : bandWithin(exact, low, high, size);
  return { low: band[0], high: band[1], floor: Math.max(band[0], floorHigh), ceiling: Math.min(band[1], ceilingLow) };
}

function nodeUnit(sum: Sum, [totalLow, totalHigh]: Interval): Unit {
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

function restOf(sum: Sum, unit: Unit, total: Interval): Interval {
  return [Math.max(sum.restLow, total[0] - unit.high), Math.min(sum.restHigh, total[1] - unit.low)];
}

function restOfUnion(
  mask: PopulationMask,
  leaves: readonly number[],
  unit: Unit,
  totals: readonly Interval[],
): Interval {
  let [least, most, low, high] = [0, 0, 0, 0];
  for (const leaf of leaves) {
    const total = totals[leaf]!;
    least += Math.max(0, total[0] - mask.population[leaf]!);
    most += Math.min(mask.rest[leaf]!, total[1]);
    low += total[0];
    high += total[1];
  }
  return [Math.max(least, low - unit.high), Math.min(most, high - unit.low)];
}

function emptySum(): Sum {
  return { low: 0, high: 0, floor: 0, ceiling: 0, total: 0, restLow: 0, restHigh: 0, above: 0, below: 0 };
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
