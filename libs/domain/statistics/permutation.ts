import { type Ends, invert, type Inverted, whisker } from './inversion.js';
import { mean, sum } from './moments.js';
import { drawIndexes, drawsFrom } from './random.js';

export interface PermutationTest {
  /** Two-sided, from 1 / arrangements to 1. */
  p: number;
  /** Ways of dealing the labels that were looked at, the observed one among them. */
  arrangements: number;
  /** Whether these were all. */
  exact: boolean;
}

export interface PermutationOptions {
  seed?: number;
  /** Drawn arrangements when there are too many to go through all. */
  draws?: number;
  /** Above this number of arrangements they are drawn. */
  most?: number;
}

/**
 * How rarely labels dealt at random give a statistic as far out as observed. The first `size` of `n` units carry the
 * first label; `statistic` reads the indexes that do, larger = further out. All arrangements when few; otherwise seeded
 * draws, p = (b + 1) / (draws + 1) (Phipson & Smyth 2010). Fewer than one unit on a side gives p = 1.
 */
export function permute(
  n: number,
  size: number,
  statistic: (members: readonly number[]) => number,
  options: PermutationOptions = {},
): PermutationTest {
  const first = Array.from({ length: size }, (_, index) => index);
  // A whisker, because the same sum in another order differs in its last digit.
  const observed = statistic(first) - 1e-12 * (1 + Math.abs(statistic(first)));
  let [beyond, arrangements] = [0, 0];
  for (const members of deals(n, size, options)) {
    arrangements++;
    if (statistic(members) >= observed) beyond++;
  }
  return { p: beyond / arrangements, arrangements, exact: isExact(n, size, options) };
}

const mostDeals = 20_000;
const isExact = (n: number, size: number, { most = mostDeals }: PermutationOptions) => combinations(n, size) <= most;

/** Who carries the first label: every way when few, otherwise the observed one and seeded draws. The array is reused. */
function* deals(n: number, size: number, options: PermutationOptions): Generator<readonly number[]> {
  if (isExact(n, size, options)) {
    yield* subsets(n, size);
    return;
  }
  const { seed = 1, draws = 4_999 } = options;
  const draw = drawsFrom(seed);
  yield Array.from({ length: size }, (_, index) => index);
  for (let at = 0; at < draws; at++) yield drawIndexes(n, size, draw);
}

/**
 * Difference of the mean rates of two sets of entities, each entity one voice, whatever its size (kpis M3: for few
 * entities on a side). `first`, `second`: one rate per entity. Null when a side is empty. With 3 against 3 the smallest
 * p is 0.1: so few entities cannot be told apart.
 */
export function permutationTest(
  first: readonly number[],
  second: readonly number[],
  options?: PermutationOptions,
): (PermutationTest & { difference: number }) | null {
  if (first.length === 0 || second.length === 0) return null;
  const rates = [...first, ...second];
  const total = sum(rates);
  const apart = (members: readonly number[]) => {
    const inside = sum(members.map((member) => rates[member]!));
    return Math.abs(inside / first.length - (total - inside) / second.length);
  };
  return { difference: mean(first) - mean(second), ...permute(rates.length, first.length, apart, options) };
}

/**
 * The same test over rates of which only the ends are known: p is the largest that any rates within the ends could give,
 * and the interval holds every gap that it would not reject for all of them. Per deal the least favourable ends are
 * taken, so with exact rates p is that of `permutationTest`. Null when a side is empty.
 */
export function permutationOver(
  first: readonly Ends[],
  second: readonly Ends[],
  options: PermutationOptions = {},
): (Inverted & { arrangements: number; around: Ends }) | null {
  const [n1, n2] = [first.length, second.length];
  if (n1 === 0 || n2 === 0) return null;
  const [lows, highs]: [number[], number[]] = [[], []];
  const whole = (sums: readonly Ends[]) => ({
    low: sum(sums.map(({ low }) => low)),
    high: sum(sums.map(({ high }) => high)),
  });
  const [one, other] = [whole(first), whole(second)];
  const surely = { above: 0, below: 0 };
  // Of those who change sides, in the sum of both means: entities of the smaller side weigh more.
  const swing = 1 / n1 - 1 / n2;
  for (const members of deals(n1 + n2, n1, options)) {
    const kept = new Set(members);
    const gone = whole(first.filter((_, index) => !kept.has(index)));
    const come = whole(second.filter((_, index) => kept.has(index + n1)));
    const moved = members.filter((member) => member >= n1).length;
    const fixed = 2 - moved * (1 / n1 + 1 / n2);
    const movers = { low: gone.low + come.low, high: gone.high + come.high };
    const swung = [swing * movers.low, swing * movers.high];
    const low = (2 * (one.low - gone.low)) / n1 - (2 * (other.high - come.high)) / n2 + Math.min(...swung);
    const high = (2 * (one.high - gone.high)) / n1 - (2 * (other.low - come.low)) / n2 + Math.max(...swung);
    // As far out as observed either way round: what moved has no gap of its own, or what stayed mirrors it.
    const isSame = moved === 0 || fixed < 1e-12;
    lows.push(isSame ? -Infinity : Math.min((gone.low - come.high) / moved, low / fixed));
    highs.push(isSame ? Infinity : Math.max((gone.high - come.low) / moved, high / fixed));
    if (isSame || Math.min((gone.high - come.low) / moved, high / fixed) <= whisker) surely.above++;
    if (isSame || Math.max((gone.low - come.high) / moved, low / fixed) >= -whisker) surely.below++;
  }
  const around = { low: one.low / n1 - other.high / n2, high: one.high / n1 - other.low / n2 };
  return { ...invert(lows, highs, around, surely), arrangements: lows.length, around };
}

/** n over k; may be infinite. */
function combinations(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - Math.min(k, n - k) + i)) / i;
  return Math.round(ways);
}

/** All subsets of 0…n−1 with k members, in lexical order; the array is reused. */
function* subsets(n: number, k: number): Generator<readonly number[]> {
  const members = Array.from({ length: k }, (_, index) => index);
  for (;;) {
    yield members;
    let at = k - 1;
    while (at >= 0 && members[at] === n - k + at) at--;
    if (at < 0) return;
    members[at]!++;
    for (let next = at + 1; next < k; next++) members[next] = members[next - 1]! + 1;
  }
}
