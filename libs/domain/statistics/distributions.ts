import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';

/** Probability beyond |z| on both sides of a standard normal, 0 to 1, exact to the last digits also far out. */
export const twoSided = (z: number): number => 2 * normalCdf(-Math.abs(z), 0, 1);

/** z below which a share p of a standard normal lies; 0 < p < 1. */
export const normalQuantile = (p: number): number => normalQuantileOf(p, 0, 1);

/** z that leaves (1 − level) / 2 on each side: 1.96 for 0.95; 0 < level < 1. */
export const zOf = (level: number): number => normalQuantile(0.5 + level / 2);

/** Probability that a chi-square with `df` ≥ 1 degrees of freedom exceeds x. */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1;
  return df === 1 ? twoSided(Math.sqrt(x)) : Math.max(0, 1 - chiSquareCdf(x, df));
}

/** t that leaves (1 − level) / 2 on each side with `df` > 0 degrees of freedom, possibly not whole. */
export const tOf = (level: number, df: number): number => tQuantileOf(0.5 + level / 2, df);
