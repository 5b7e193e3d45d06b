import { percentFrom } from './count-reading.js';
import { type Outcome } from './indicator.js';
import { changeEnds, countedEnds, type Ends } from './told.js';

type Share = Pick<Outcome, 'numerator' | 'denominator' | 'shown' | 'n'>;

/**
 * How far a share is from another, as far as what is published of both says: points, or the ends between which they lie.
 * `few`: among fewer people than a percentage is told of, a difference looks finer than it is; null where one of them is not told.
 */
export type Difference = { kind: 'points'; points: number } | { kind: 'open'; ends: Ends } | { kind: 'few' };

// Ends nearer than this read as one number of points.
const oneNumber = 0.01;

export function differenceOf(now: Share, other: Share): Difference | null {
  const [from, to] = [countedEnds(other), countedEnds(now)];
  if (!from || !to) return null;
  if ((now.n ?? 0) < percentFrom || (other.n ?? 0) < percentFrom) return { kind: 'few' };
  const ends = changeEnds(from, to);
  return ends.high - ends.low < oneNumber
    ? { kind: 'points', points: (ends.low + ends.high) / 2 }
    : { kind: 'open', ends };
}

/** The same, from a share that was planned and is exact. */
export function differenceFrom(now: Share, planned: number): Difference | null {
  const counted = { low: planned, high: planned };
  return differenceOf(now, {
    ...{ numerator: counted, denominator: { low: 1, high: 1 }, shown: 'value' },
    n: now.n,
  });
}
