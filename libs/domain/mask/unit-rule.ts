import { type Interval } from './bands.js';

/** What units add up to: the sums of their ends, and the most that one cell below can move these. */
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

/** Adds a unit of which one cell moves the ends by `most`, and never by more than they are apart. */
export function widen(span: Span, [low, high]: Interval, most = high - low): void {
  span.low += low;
  span.high += high;
  span.widest = Math.max(span.widest, Math.min(high - low, most));
}

/** What a count leaves of a larger one, from what both publish and from what the units leave. */
export function leftOf(outer: Interval, inner: Interval, units: Span = anything): Interval {
  return [Math.max(units.low, outer[0] - inner[1]), Math.min(units.high, outer[1] - inner[0])];
}

const anything: Span = { low: 0, high: Infinity, widest: 0 };

/** The ends of a node's count; strictly between `bottom` and `top` every cell may lie at either of its own ends. */
export interface Bounds {
  low: number;
  bottom: number;
  top: number;
  high: number;
}

/**
 * The bounds of a count within a larger one, so that what it leaves of that keeps every cell away from its ends
 * (docs/decisions/026). Where the larger count is an interval only what every value of it allows is taken: that interval
 * is a unit of the node above, and is not to be shortened. Nothing rests on the root: there it may be shortened by what
 * one cell can move it.
 */
export function boundsWithin([from, to]: Interval, rest: Span, isRoot = false): Bounds {
  const [least, most] = isRoot ? [Math.min(to, from + rest.widest), Math.max(from, to - rest.widest)] : [from, to];
  return {
    low: from - rest.high,
    bottom: most - rest.high + rest.widest,
    top: least - rest.low - rest.widest,
    high: to - rest.low,
  };
}

/**
 * What a node publishes: its total strictly inside what its units add up to, by more than any cell below can move that
 * (docs/decisions/039); else the end in which the total lies; all of it where nothing is left between the ends. The signs
 * are strict: with ≤, not seeing an exact total would say that the widest cell is not at its far end.
 */
export function intervalOf(total: number, own: Span, beside: readonly Outer[], isRoot = false): Interval {
  if (own.low === own.high) return [own.low, own.low];
  const all = beside.map(({ outer, rest }) => boundsWithin(outer, rest, isRoot));
  const low = Math.max(own.low, ...all.map((bounds) => bounds.low));
  const bottom = Math.max(own.low + own.widest, ...all.map((bounds) => bounds.bottom));
  const top = Math.min(own.high - own.widest, ...all.map((bounds) => bounds.top));
  const high = Math.min(own.high, ...all.map((bounds) => bounds.high));
  if (bottom >= top) return [low, high];
  if (total <= bottom) return [low, bottom];
  return total >= top ? [top, high] : [total, total];
}

/** The most that one cell can move the ends of a node's count: by its own band, or by what it leaves of a larger one. */
export function movedBy([low, high]: Interval, own: Span, beside: readonly Outer[]): number {
  const ends = beside.flatMap(({ outer, rest }) => {
    const bounds = boundsWithin(outer, rest);
    return [bounds.low + rest.widest - low, high - (bounds.high - rest.widest)];
  });
  return Math.max(own.widest, ...ends);
}
