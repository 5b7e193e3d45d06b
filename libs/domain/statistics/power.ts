import { designEffect } from './cluster.js';
import { normalQuantile, zOf } from './distributions.js';

export interface PowerOptions {
  /** Chance of seeing a gap that is there, 0 to 1. */
  power?: number;
  /** 1 − alpha. */
  level?: number;
  designEffect?: number;
}

const factorOf = ({ power = 0.8, level = 0.95 }: PowerOptions) => zOf(level) + normalQuantile(power);

/**
 * Smallest true difference of two shares that a comparison finds with the given power, as a share (0.149 = 14.9 points):
 * (z₁₋α⸝₂ + z_power) √(deff · p (1 − p) (1/n1 + 1/n2)) (Fleiss, Levin & Paik 2003, ch. 4; kpis M4). `p`: share of both
 * sides together, 0 < p < 1; n1, n2 > 0.
 */
export function minimumDetectableGap(p: number, n1: number, n2: number, options: PowerOptions = {}): number {
  return factorOf(options) * Math.sqrt((options.designEffect ?? 1) * p * (1 - p) * (1 / n1 + 1 / n2));
}

/** People on each of two equal sides that a gap (> 0) asks for, drawn one by one or with a design effect; rounded up. */
export function peopleToDetect(gap: number, p: number, options: PowerOptions = {}): number {
  return Math.ceil(2 * (options.designEffect ?? 1) * p * (1 - p) * (factorOf(options) / gap) ** 2);
}

/**
 * Entities of `mean` people on each side that a gap asks for (Donner & Klar 2000, §5.2), at least 2. Entities, not
 * people: more people in the same entities do not settle what entities differ in.
 */
export function clustersToDetect(
  gap: number,
  p: number,
  { mean, icc, cv = 0 }: { mean: number; icc: number; cv?: number },
  options: Omit<PowerOptions, 'designEffect'> = {},
): number {
  const people = peopleToDetect(gap, p, { ...options, designEffect: designEffect(mean, icc, cv) });
  return Math.max(2, Math.ceil(people / mean));
}
