import { centreOf, type Interval } from './interval.js';
import { wilson } from './wilson.js';

/** People counted and people they are counted among, as published. */
export interface Share {
  numerator: Interval;
  denominator: Interval;
}

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Newcombe's 95 % interval of p1 − p2, from the two Wilson intervals (kpis M2). Both n > 0. */
export function newcombe(x1: number, n1: number, x2: number, n2: number): Estimate {
  const [p1, p2] = [x1 / n1, x2 / n2];
  const [first, second] = [wilson(x1, n1), wilson(x2, n2)];
  return {
    value: p1 - p2,
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  };
}

const cornersOf = ({ numerator, denominator }: Share): [number, number][] =>
  [denominator.low, denominator.high].flatMap((n) =>
    [numerator.low, numerator.high].map((x): [number, number] => [Math.min(x, n), n]),
  );

const centresOf = ({ numerator, denominator }: Share): [number, number] => {
  const n = centreOf(denominator);
  return [Math.min(centreOf(numerator), n), n];
};

/** The same over published counts: at the centres, with the union over the corners. Null where nobody may be. */
export function differenceOver(first: Share, second: Share): Estimate | null {
  if (first.denominator.low <= 0 || second.denominator.low <= 0) return null;
  const { value } = newcombe(...centresOf(first), ...centresOf(second));
  const corners = cornersOf(first).flatMap((one) => cornersOf(second).map((other) => newcombe(...one, ...other)));
  return { value, low: Math.min(...corners.map((c) => c.low)), high: Math.max(...corners.map((c) => c.high)) };
}

/** p1 / p2 with the 95 % log-normal (Katz) interval over the corners. Null where either count may be nil. */
export function ratioOver(first: Share, second: Share): Estimate | null {
  const shares = [first, second];
  if (shares.some((share) => share.numerator.low <= 0 || share.denominator.low <= 0)) return null;
  const katz = ([x1, n1]: [number, number], [x2, n2]: [number, number]): Estimate => {
    const value = x1 / n1 / (x2 / n2);
    const spread = 1.959964 * Math.sqrt(Math.max(0, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
    return { value, low: value * Math.exp(-spread), high: value * Math.exp(spread) };
  };
  const corners = cornersOf(first).flatMap((one) => cornersOf(second).map((other) => katz(one, other)));
  const { value } = katz(centresOf(first), centresOf(second));
  return { value, low: Math.min(...corners.map((c) => c.low)), high: Math.max(...corners.map((c) => c.high)) };
}

/** z of p1 − p2 with pooled p, and its two-sided p-value (kpis M2). Null when all or none of them did it. */
export function twoProportionTest(x1: number, n1: number, x2: number, n2: number): { z: number; p: number } | null {
  const pooled = (x1 + x2) / (n1 + n2);
  if (pooled <= 0 || pooled >= 1) return null;
  const z = (x1 / n1 - x2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return { z, p: twoSided(z) };
}

/** The same at the centres of published counts. */
export function testOver(first: Share, second: Share): { z: number; p: number } | null {
  if (first.denominator.low <= 0 || second.denominator.low <= 0) return null;
  return twoProportionTest(...centresOf(first), ...centresOf(second));
}

/** Twice the normal tail beyond |z|, relative error below 1e-6 (complementary error function, Numerical Recipes' Chebyshev fit). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 2 / (2 + x);
  const ty = 4 * t - 2;
  let [d, dd] = [0, 0];
  for (let j = chebyshev.length - 1; j > 0; j--) [d, dd] = [ty * d - dd + chebyshev[j]!, d];
  return t * Math.exp(-x * x + 0.5 * (chebyshev[0]! + ty * d) - dd);
}

const chebyshev = [
  -1.3026537197817094, 6.4196979235649026e-1, 1.9476473204185836e-2, -9.56151478680863e-3, -9.46595344482036e-4,
  3.66839497852761e-4, 4.2523324806907e-5, -2.0278578112534e-5, -1.624290004647e-6, 1.30365583558e-6, 1.5626441722e-8,
  -8.5238095915e-8, 6.529054439e-9, 5.059343495e-9, -9.91364156e-10, -2.27365122e-10,
];
