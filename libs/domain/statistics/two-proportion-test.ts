import { twoSided } from './distributions.js';

export interface ZTest {
  z: number;
  /** Two-sided, 0 to 1. */
  p: number;
}

/**
 * z of p1 − p2 with pooled p (Fleiss, Levin & Paik 2003, §3.1; kpis M2). Null when all or none of them did it.
 * Valid between people drawn one by one: between entities use `clusteredDifference` or `permutationTest`.
 */
export function twoProportionTest(x1: number, n1: number, x2: number, n2: number): ZTest | null {
  const pooled = (x1 + x2) / (n1 + n2);
  if (!(pooled > 0 && pooled < 1)) return null;
  const z = (x1 / n1 - x2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return { z, p: twoSided(z) };
}
