import { sum } from './moments.js';

/** One kind of people on both sides: its share of the people and its rate, 0 to 1. */
export interface SplitStratum {
  weight: readonly [number, number];
  rate: readonly [number, number];
}

interface Split {
  /** Rate of the second less that of the first; mix + behaviour. */
  total: number;
  /** What other people explain. */
  mix: number;
  /** What the same people doing otherwise explain. */
  behaviour: number;
}

/**
 * Splits the difference of two rates into mix and behaviour, leaving nothing over (Kitagawa 1955; kpis M8):
 * Σ (w1 − w0)(r0 + r1)/2 + Σ (r1 − r0)(w0 + w1)/2. Weights of each side add up to 1. A kind absent on one side
 * has no rate there and no effect to be split: leave it out, and say so.
 */
export function kitagawa(strata: readonly SplitStratum[]): Split {
  const mix = sum(strata.map(({ weight: [w0, w1], rate: [r0, r1] }) => ((w1 - w0) * (r0 + r1)) / 2));
  const behaviour = sum(strata.map(({ weight: [w0, w1], rate: [r0, r1] }) => ((r1 - r0) * (w0 + w1)) / 2));
  return { total: mix + behaviour, mix, behaviour };
}
