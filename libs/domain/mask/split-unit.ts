import { BAND, bandWithin, exactButEnds, EXACT_FROM, type Interval } from './bands.js';
import { leastExcess, mostWithin } from './extremes.js';
import { undivided } from './other-sundays.js';
import { type PopulationMask } from './population-cells.js';

/**
 * What a set publishes (`low`…`high`) and what it can still reach whatever the totals below turn out to be: whichever
 * values the bands of the totals allow, its count can be brought down to `floor` and up to `ceiling`. A full set
 * follows its total, so there floor > ceiling.
 */
export interface Unit {
  low: number;
  high: number;
  floor: number;
  ceiling: number;
}

/** Who of a population and of its rest can be counted, by leaf; a union in which fewer than `k` can is not told of. */
export interface Sizes {
  population: Float64Array;
  rest: Float64Array;
  k: number;
}

/**
 * What a union publishes of the population: a band inside what the totals of its cells leave possible; from 200 people
 * on the count itself, but for the ends of that, and of `least`…`most`.
 */
export function unionUnit(
  mask: PopulationMask,
  sizes: Sizes,
  position: number,
  totals: readonly Interval[],
  exact: number,
  [least, most]: Interval,
): Unit {
  const { leaves, joined, loose } = mask.places[position]!;
  const [population, rest] = [add(leaves, sizes.population), add(leaves, sizes.rest)];
  let [floorLow, floorHigh, ceilingLow, ceilingHigh] = [0, 0, 0, 0];
  for (const leaf of leaves) {
    const [low, high] = totals[leaf]!;
    floorLow += Math.max(0, low - sizes.rest[leaf]!);
    floorHigh += Math.max(0, high - sizes.rest[leaf]!);
    ceilingLow += Math.min(sizes.population[leaf]!, low);
    ceilingHigh += Math.min(sizes.population[leaf]!, high);
  }
  // Totals above keep a single cell's whole band, but not every corner of several cells taken together.
  const several = leaves.length > 1 && !loose;
  const people = (of: Float64Array): Map<number, number> => new Map(leaves.map((leaf) => [leaf, of[leaf]!]));
  const low = several && floorLow < floorHigh ? leastExcess(mask.below, totals, people(sizes.rest)) : floorLow;
  const high =
    several && ceilingLow < ceilingHigh ? mostWithin(mask.below, totals, people(sizes.population)) : ceilingHigh;
  // As wide as the published total of the union (the sum over the sets that it joins), and as what its totals can move.
  const total = joined.reduce((span, set) => span + totals[set]![1] - totals[set]![0], 0);
  const span = Math.max(total, floorHigh - low, high - ceilingLow);
  const large = population >= EXACT_FROM && rest >= EXACT_FROM && span === 0;
  // Where an end may be out of reach by up to `span`, three values are left beyond it.
  const size = loose ? span + BAND : Math.max(BAND, span + 1);
  const few = Math.min(population, rest) < sizes.k;
  const band = few
    ? ([low, high] as const)
    : large
      ? exactButEnds(exact, Math.max(low, least), Math.min(high, most))
      : bandWithin(exact, low, high, size);
  return { low: band[0], high: band[1], floor: Math.max(band[0], floorHigh), ceiling: Math.min(band[1], ceilingLow) };
}

/** A unit that divides none of the `blocks`: what is told as one can be reached from the lowest of it to the highest. */
export function undividedUnit(tell: (value: number) => Unit, value: number, blocks: readonly Interval[]): Unit {
  if (blocks.length === 0) return tell(value);
  const ends = (one: number): Interval => [tell(one).low, tell(one).high];
  const [low, high] = undivided(ends, blocks)(value);
  return { low, high, floor: tell(low).floor, ceiling: tell(high).ceiling };
}

/** What a union leaves to the rest of the population. */
export function restOfUnion(
  sizes: Sizes,
  leaves: readonly number[],
  unit: Unit,
  totals: readonly Interval[],
): Interval {
  let [least, most, low, high] = [0, 0, 0, 0];
  for (const leaf of leaves) {
    const total = totals[leaf]!;
    least += Math.max(0, total[0] - sizes.population[leaf]!);
    most += Math.min(sizes.rest[leaf]!, total[1]);
    low += total[0];
    high += total[1];
  }
  return [Math.max(least, low - unit.high), Math.min(most, high - unit.low)];
}

function add(leaves: readonly number[], people: Float64Array): number {
  return leaves.reduce((sum, leaf) => sum + people[leaf]!, 0);
}
