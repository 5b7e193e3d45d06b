import { type Interval } from './interval.js';

/** Ends of a figure that is not known better than that; equal = exact. */
export type Ends = Interval;

/** Chance above which a test rejects nothing. */
export const level = 0.05;

/** Chance that is left to each of so many tests, at least one, for all of them together to keep `level` (Bonferroni). */
export const bonferroni = (comparisons: number): number => level / comparisons;

/** What a test that counts arrangements tells of a gap: its p, and the gaps that it would not reject. */
export interface Inverted {
  /** Two-sided, of no gap at all: the largest over all that is known. */
  p: number;
  /** The least it could be. */
  pLeast: number;
  /** Null where so few arrangements reject nothing, however far apart both sides are. */
  interval: Ends | null;
}

/** Arrangements that are as far out as observed whatever lies within the ends, were the gap above nothing, or below it. */
export interface Surely {
  above: number;
  below: number;
}

// The same sum in another order differs in its last digit.
export const whisker = 1e-12;

/**
 * Turns a test by arrangements round (Lehmann 1963): `lows` and `highs` hold, for every arrangement, the smallest and the
 * largest gap at which it is still as far out as what was observed; `around`, the gap itself from end to end. So p and the
 * interval are one statement: no gap lies in the interval exactly when p is at least `level`.
 */
export function invert(lows: readonly number[], highs: readonly number[], around: Ends, surely: Surely): Inverted {
  const all = lows.length;
  const beyond =
    around.low > whisker
      ? lows.filter((low) => low <= whisker).length
      : around.high < -whisker
        ? highs.filter((high) => high >= -whisker).length
        : all;
  const rank = Math.ceil(level * all - whisker) - 1;
  const [low, high] = [lows.toSorted((a, b) => a - b)[rank]!, highs.toSorted((a, b) => b - a)[rank]!];
  const p = beyond / all;
  const reached = { above: surely.above / all, below: surely.below / all };
  const pLeast =
    around.low > 0 ? reached.above : around.high < 0 ? reached.below : Math.min(reached.above, reached.below);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { p, pLeast, interval: null };
  const nil = p >= level ? 0 : null;
  return { p, pLeast, interval: { low: Math.min(low, nil ?? low), high: Math.max(high, nil ?? high) } };
}
