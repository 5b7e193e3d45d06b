import { sum } from './moments.js';
import { type Estimate } from './two-proportions.js';
import { wilson } from './wilson.js';

/** People of one kind (a trade, a level, a size of site): how many, how many did it, and their share in the standard. */
export interface Stratum {
  events: number;
  size: number;
  /** Share of this kind in the standard population, in any unit. */
  weight: number;
}

export interface Standardised extends Estimate {
  /** Share of the standard that could be read, 0 to 1; below 1 some kind of people is missing here. */
  covered: number;
}

/**
 * Rate that a set would have with the mix of the standard (direct standardisation; Armitage, Berry & Matthews 2002, §19.3;
 * kpis M8). 95 % interval from the Wilson intervals of the strata (Yan & Su 2010), which holds with no or all events too.
 * Kinds without people are left out and lower `covered`. Null when nothing is left.
 */
export function standardise(strata: readonly Stratum[]): Standardised | null {
  const known = strata.filter(({ size, weight }) => size > 0 && weight > 0);
  const weight = sum(known.map((one) => one.weight));
  if (weight <= 0) return null;
  const parts = known.map(({ events, size, weight: own }) => {
    const [share, interval] = [events / size, wilson(events, size)];
    return { share, part: own / weight, below: share - interval.low, above: interval.high - share };
  });
  const value = sum(parts.map(({ part, share }) => part * share));
  return {
    value,
    low: Math.max(0, value - Math.hypot(...parts.map(({ part, below }) => part * below))),
    high: Math.min(1, value + Math.hypot(...parts.map(({ part, above }) => part * above))),
    covered: weight / sum(strata.map((one) => one.weight)),
  };
}
