import { chiSquareTail } from './distributions.js';
import { sum } from './moments.js';

export interface GoodnessOfFit {
  chiSquare: number;
  df: number;
  p: number;
  /** Below 5 the p-value is too rough to use (Cochran 1954): join classes. */
  leastExpected: number;
}

/**
 * Whether counts are those that shares would give: are ambassadors of every trade in proportion (Pearson 1900)? `shares`
 * in any unit, all > 0, in the order of the counts. Null with fewer than two classes or nobody counted.
 */
export function goodnessOfFit(observed: readonly number[], shares: readonly number[]): GoodnessOfFit | null {
  const [people, whole] = [sum(observed), sum(shares)];
  if (observed.length < 2 || people <= 0 || !(whole > 0)) return null;
  const expected = shares.map((share) => (people * share) / whole);
  const chiSquare = sum(observed.map((count, at) => (count - expected[at]!) ** 2 / expected[at]!));
  const df = observed.length - 1;
  return { chiSquare, df, p: chiSquareTail(chiSquare, df), leastExpected: Math.min(...expected) };
}
