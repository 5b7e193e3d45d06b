/** Both ends included; an exact value has equal ends. */
export type Interval = readonly [low: number, high: number];

/** People from which a cell is published exactly, except at its ends. */
export const EXACT_FROM = 200;

/** Smallest number of values in a band. */
export const BAND = 3;

/**
 * The band of `value` among the values `low`…`high`: bands of `size` are taken from the bottom and from the top in turn
 * while two of them still fit; what is left (between one and two bands) is one middle band. A range too short for that
 * is a single band. Depends on nothing but the range, so that a band tells only that the value lies in it; a value
 * outside the range is told as the end of it that is next.
 */
export function bandWithin(value: number, low: number, high: number, size: number): Interval {
  const taken = Math.floor((high - low + 1) / size) - 1;
  if (taken <= 0) return [low, high];
  const bottom = Math.ceil(taken / 2);
  const top = taken - bottom;
  const inside = Math.max(low, Math.min(high, value));
  const fromBottom = Math.floor((inside - low) / size);
  if (fromBottom < bottom) return [low + fromBottom * size, low + (fromBottom + 1) * size - 1];
  const fromTop = Math.floor((high - inside) / size);
  if (fromTop < top) return [high - (fromTop + 1) * size + 1, high - fromTop * size];
  return [low + bottom * size, high - top * size];
}

/** Exact, except for the first and the last three values, which are bands. */
export function exactButEnds(value: number, low: number, high: number): Interval {
  if (high - low + 1 < 2 * BAND) return [low, high];
  if (value < low + BAND) return [low, low + BAND - 1];
  if (value > high - BAND) return [high - BAND + 1, high];
  return [value, value];
}

/** What a cell of `headcount` people publishes for a count of distinct people among them. */
export function bandOf(value: number, headcount: number, options: { bands: boolean }): Interval {
  if (!options.bands) return [value, value];
  return headcount < EXACT_FROM ? bandWithin(value, 0, headcount, BAND) : exactButEnds(value, 0, headcount);
}
