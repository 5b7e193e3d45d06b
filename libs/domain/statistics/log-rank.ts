import { chiSquareTail } from './distributions.js';
import { solve } from './linear.js';
import { permute, type PermutationOptions, type PermutationTest } from './permutation.js';
import { type LagCount, riskSets } from './survival.js';

export interface LogRank {
  observed: number[];
  expected: number[];
  /** Variance of the first group's observed − expected. */
  variance: number;
  chiSquare: number;
  df: number;
  p: number;
}

/** Groups of one stratum (a trade, a size of site): each its own histogram of lags. */
type Stratum = readonly (readonly LagCount[])[];

/**
 * Log-rank test that it happens equally soon in all groups (Mantel 1966; several groups Peto & Peto 1972; kpis M6).
 * Stratified when several strata are given: each compares only people of its own (same groups in the same order, empty
 * where a stratum has nobody). Null with fewer than two groups or when nothing tells them apart. Counts people one by
 * one: across entities use `logRankOverClusters`.
 */
export function logRank(strata: readonly Stratum[]): LogRank | null {
  const groups = strata[0]?.length ?? 0;
  if (groups < 2) return null;
  const observed = Array<number>(groups).fill(0);
  const expected = Array<number>(groups).fill(0);
  const covariance = observed.map(() => Array<number>(groups).fill(0));
  for (const stratum of strata) addStratum(stratum, observed, expected, covariance);
  // The groups' differences add up to nothing: the last one says nothing new.
  const df = groups - 1;
  const apart = observed.slice(0, df).map((count, group) => count - expected[group]!);
  const solved = solve(
    covariance.slice(0, df).map((row) => row.slice(0, df)),
    apart,
  );
  if (!solved) return null;
  const chiSquare = apart.reduce((total, difference, group) => total + difference * solved[group]!, 0);
  return { observed, expected, variance: covariance[0]![0]!, chiSquare, df, p: chiSquareTail(chiSquare, df) };
}

function addStratum(stratum: Stratum, observed: number[], expected: number[], covariance: number[][]): void {
  const sets = stratum.map((lags) => riskLookup(lags));
  const times = [...new Set(sets.flatMap(({ at }) => [...at.keys()]))].sort((a, b) => a - b);
  for (const time of times) {
    const events = sets.map(({ at }) => at.get(time) ?? 0);
    const risk = sets.map(({ atRisk }) => atRisk(time));
    const [d, n] = [events.reduce((a, b) => a + b, 0), risk.reduce((a, b) => a + b, 0)];
    if (d <= 0 || n <= 0) continue;
    const factor = n > 1 ? (d * (n - d)) / (n * n * (n - 1)) : 0;
    risk.forEach((mine, group) => {
      observed[group]! += events[group]!;
      expected[group]! += (d * mine) / n;
      risk.forEach((other, beside) => {
        covariance[group]![beside]! += factor * mine * ((group === beside ? n : 0) - other);
      });
    });
  }
}

/** Events by time, and how many are at risk at any time, also between the lags of this group. */
function riskLookup(lags: readonly LagCount[]): { at: Map<number, number>; atRisk: (time: number) => number } {
  const sets = riskSets(lags);
  const at = new Map(sets.filter(({ events }) => events > 0).map(({ lag, events }) => [lag, events]));
  let next = 0;
  // Times are asked for in order.
  const atRisk = (time: number) => {
    while (next < sets.length && sets[next]!.lag < time) next++;
    return sets[next]?.atRisk ?? 0;
  };
  return { at, atRisk };
}

/**
 * The same between two sets of entities, dealing whole entities to the sides at random, since the people of an entity
 * resemble each other (kpis M6). One histogram per entity. Null where the log-rank test is.
 */
export function logRankOverClusters(
  first: readonly (readonly LagCount[])[],
  second: readonly (readonly LagCount[])[],
  options?: PermutationOptions,
): (PermutationTest & { logRank: LogRank }) | null {
  const entities = [...first, ...second];
  const observed = logRank([[first.flat(), second.flat()]]);
  if (!observed) return null;
  const statistic = (members: readonly number[]) => {
    const inside = new Set(members);
    const sides = [true, false].map((side) => entities.filter((_, index) => inside.has(index) === side).flat());
    return logRank([sides])?.chiSquare ?? 0;
  };
  const permuted = permute(entities.length, first.length, statistic, { draws: 999, most: 2_000, ...options });
  return { ...permuted, logRank: observed };
}
