import { type Interval } from './interval.js';

/** Of 95 %, as the vectors of the dictionary have it. */
export const z95 = 1.959964;

/**
 * Wilson interval of a proportion, at 95 % unless `z` says otherwise, between 0 and 1 (kpis M1). `n` > 0, 0 ≤ x ≤ n; both may be halves, centres of
 * published intervals.
 */
export function wilson(x: number, n: number, z = z95): Interval {
  const [p, zz] = [x / n, z * z];
  const centre = (p + zz / (2 * n)) / (1 + zz / n);
  const half = (z / (1 + zz / n)) * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
  // At the ends the formula gives 0 and 1, but for the last digit.
  return { low: x === 0 ? 0 : Math.max(0, centre - half), high: x === n ? 1 : Math.min(1, centre + half) };
}

/**
 * The same with continuity correction (Newcombe 1998, method 4): never narrower, closer to the exact binomial interval.
 * Whole x and n, `n` > 0.
 */
export function wilsonCorrected(x: number, n: number): Interval {
  const [p, zz] = [x / n, z95 * z95];
  const below = z95 * Math.sqrt(zz - 2 - 1 / n + 4 * p * (n * (1 - p) + 1));
  const above = z95 * Math.sqrt(zz + 2 - 1 / n + 4 * p * (n * (1 - p) - 1));
  return {
    low: x === 0 ? 0 : Math.max(0, (2 * n * p + zz - 1 - below) / (2 * (n + zz))),
    high: x === n ? 1 : Math.min(1, (2 * n * p + zz + 1 + above) / (2 * (n + zz))),
  };
}

/**
 * Wilson 95 % interval of a proportion of published counts: the union of the intervals at both ends of what is
 * published (rules 4.4). Null when the denominator may be nobody.
 */
export function wilsonOver(numerator: Interval, denominator: Interval): Interval | null {
  if (denominator.low <= 0) return null;
  // The lowest bound is that of the fewest over the most, the highest that of the most over the fewest; but a small
  // denominator widens its interval too, so all four corners are tried.
  const corners = [denominator.low, denominator.high].flatMap((n) =>
    [numerator.low, numerator.high].map((x) => wilson(Math.min(x, n), n)),
  );
  return { low: Math.min(...corners.map((c) => c.low)), high: Math.max(...corners.map((c) => c.high)) };
}
