/** Whole numbers from `low` to `high`, both included; equal ends = exact. */
export interface Interval {
  low: number;
  high: number;
}

export const exactly = (n: number): Interval => ({ low: n, high: n });

/** For what is reckoned from a count; what is shown is the whole centre. */
export const centreOf = ({ low, high }: Interval): number => (low + high) / 2;

/** The count by which an interval is shown: nobody is half a person. The middle of an even run is rounded up. */
export const wholeCentreOf = (interval: Interval): number => Math.round(centreOf(interval));

/** Sum of counts of disjoint sets; null as soon as one of them is not published. */
export function sumOfIntervals(parts: readonly (Interval | null)[]): Interval | null {
  let [low, high] = [0, 0];
  for (const part of parts) {
    if (!part) return null;
    low += part.low;
    high += part.high;
  }
  return { low, high };
}

/** What is left of a set when a part of it is taken away, never below nothing. */
export function less(whole: Interval | null, part: Interval | null): Interval | null {
  if (!whole || !part) return null;
  return { low: Math.max(0, whole.low - part.high), high: Math.max(0, whole.high - part.low) };
}

/**
 * People who belong to both of two parts of a whole, where only the parts are known (Fréchet's bounds): exact as soon as
 * one part is the whole.
 */
export function overlap(one: Interval | null, other: Interval | null, whole: Interval | null): Interval | null {
  if (!one || !other || !whole) return null;
  const high = Math.min(one.high, other.high);
  return { low: Math.min(high, Math.max(0, one.low + other.low - whole.high)), high };
}

/** A part cannot hold more people than its whole does. */
export function atMost(part: Interval | null, whole: Interval | null): Interval | null {
  if (!part || !whole) return null;
  return { low: Math.min(part.low, whole.high), high: Math.min(part.high, whole.high) };
}
