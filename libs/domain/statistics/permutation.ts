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
  { seed = 1, draws = 4_999, most = 20_000 }: PermutationOptions = {},
): PermutationTest {
  const first = Array.from({ length: size }, (_, index) => index);
  // A whisker, because the same sum in another order differs in its last digit.
  const observed = statistic(first) - 1e-12 * (1 + Math.abs(statistic(first)));
  const possible = combinations(n, size);
  if (possible <= most) {
    let [beyond, arrangements] = [0, 0];
    for (const members of subsets(n, size)) {
      arrangements++;
      if (statistic(members) >= observed) beyond++;
    }
    return { p: beyond / arrangements, arrangements, exact: true };
  }
  const draw = drawsFrom(seed);
  let beyond = 1;
  for (let at = 0; at < draws; at++) if (statistic(drawIndexes(n, size, draw)) >= observed) beyond++;
  return { p: beyond / (draws + 1), arrangements: draws + 1, exact: false };
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
