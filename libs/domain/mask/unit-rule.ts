import { type Interval } from './bands.js';

/** What units add up to: the sums of their ends, and the width of the widest. */
export interface Span {
  low: number;
  high: number;
  widest: number;
}

/** A larger count at the same node as it is published, and what the units leave of it. */
export interface Outer {
  outer: Interval;
  rest: Span;
}

export const emptySpan = (): Span => ({ low: 0, high: 0, widest: 0 });

export function widen(span: Span, [low, high]: Interval): void {
  span.low += low;
  span.high += high;
  if (high - low > span.widest) span.widest = high - low;
}

/** What a count leaves of a larger one, from what both publish and from what the units leave. */
export function leftOf(outer: Interval, inner: Interval, units: Span = anything): Interval {
  return [Math.max(units.low, outer[0] - inner[1]), Math.min(units.high, outer[1] - inner[0])];
}

const anything: Span = { low: 0, high: Infinity, widest: 0 };

/** The ends of a node's count; strictly between `bottom` and `top` every unit may lie at either of its own ends. */
export interface Bounds {
  low: number;
  bottom: number;
  top: number;
  high: number;
}

/**
 * The bounds of a count within a larger one, so that what it leaves of that keeps the widest unit away from its ends
 * (docs/decisions/026). Where the larger count is an interval wider than the widest rest, only what every value of it
 * allows is taken.
 */
export function boundsWithin([from, to]: Interval, rest: Span): Bounds {
  return {
    low: from - rest.high,
    bottom: Math.max(from, to - rest.widest) - rest.high + rest.widest,
    top: Math.min(to, from + rest.widest) - rest.low - rest.widest,
    high: to - rest.low,
  };
}

/**
 * What a node publishes: its total strictly inside what its units add up to, by more than the widest of them; else the
 * end in which the total lies; all of it where nothing is left between the ends. The signs are strict: with ≤, not
 * seeing an exact total would say that the widest unit is not at its far end.
 */
export function intervalOf(total: number, own: Span, beside: readonly Outer[]): Interval {
  if (own.low === own.high) return [own.low, own.low];
  const all = beside.map(({ outer, rest }) => boundsWithin(outer, rest));
  const low = Math.max(own.low, ...all.map((bounds) => bounds.low));
  const bottom = Math.max(own.low + own.widest, ...all.map((bounds) => bounds.bottom));
  const top = Math.min(own.high - own.widest, ...all.map((bounds) => bounds.top));
  const high = Math.min(own.high, ...all.map((bounds) => bounds.high));
  if (bottom >= top) return [low, high];
  if (total <= bottom) return [low, bottom];
  return total >= top ? [top, high] : [total, total];
}
