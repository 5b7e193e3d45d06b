import { zOf } from './distributions.js';
import { quantile, sum } from './moments.js';
import { drawsFrom, resample } from './random.js';
import { type Estimate } from './two-proportions.js';

/** Acts and the time in which they could happen, both sides of one cluster (a manager, an entity). */
export interface RatePair {
  events: readonly [number, number];
  time: readonly [number, number];
}

/**
 * events1/time1 over events2/time2 with a 95 % log-normal interval, as if acts fell singly (Poisson; Rothman, Greenland &
 * Lash 2008, p. 244; kpis M9). Null when a count or a time is nil. Activity comes in bursts: for people use
 * `bootstrapRateRatio`.
 */
export function rateRatio(events1: number, time1: number, events2: number, time2: number): Estimate | null {
  if (!(events1 > 0 && events2 > 0 && time1 > 0 && time2 > 0)) return null;
  const value = events1 / time1 / (events2 / time2);
  const spread = Math.exp(zOf(0.95) * Math.sqrt(1 / events1 + 1 / events2));
  return { value, low: value / spread, high: value * spread };
}

/**
 * The same with a 95 % percentile interval by resampling whole clusters, seeded (Efron & Tibshirani 1993, §13.3). Null
 * with fewer than two clusters, or when a side has no acts. A resample without acts on the second side counts as an
 * infinite ratio, so `high` may be infinite.
 */
export function bootstrapRateRatio(clusters: readonly RatePair[], { seed = 1, draws = 1_999 } = {}): Estimate | null {
  const ratioOf = (pairs: readonly RatePair[]) => {
    const total = (of: 'events' | 'time', side: 0 | 1) => sum(pairs.map((pair) => pair[of][side]));
    return (total('events', 0) * total('time', 1)) / (total('events', 1) * total('time', 0));
  };
  const value = ratioOf(clusters);
  if (clusters.length < 2 || !(value > 0 && value < Infinity)) return null;
  const draw = drawsFrom(seed);
  const ratios = Array.from({ length: draws }, () => ratioOf(resample(clusters, draw)))
    .filter((ratio) => !Number.isNaN(ratio))
    .sort((a, b) => a - b);
  return { value, low: quantile(ratios, 0.025), high: quantile(ratios, 0.975) };
}
