import { centreOf, type Interval } from '../statistics/interval.js';
import { type Outcome } from './indicator.js';

/** Both ends of what is published, as shares or in the unit of the figure. */
export interface Ends {
  low: number;
  high: number;
}

/**
 * Ends of the counted people only, without the statistical interval: what has happened is known, but for what the
 * publication leaves open. Null where nothing is told.
 */
export function countedEnds(outcome: Pick<Outcome, 'numerator' | 'denominator' | 'shown'> | null): Ends | null {
  return outcome?.shown === 'value' ? shareEnds(outcome.numerator, outcome.denominator) : null;
}

/** The shares (0–1) that published counts leave possible; null where they are not published, or nobody may be counted. */
export function shareEnds(
  numerator: Interval | null | undefined,
  denominator: Interval | null | undefined,
): Ends | null {
  if (!numerator || !denominator || denominator.low <= 0) return null;
  return { low: Math.min(1, numerator.low / denominator.high), high: Math.min(1, numerator.high / denominator.low) };
}

/** Ends of the people behind a figure, where they are published as a band; null where `n` is all there is to say. */
export function peopleEnds({ n, around, denominator }: Pick<Outcome, 'n' | 'around' | 'denominator'>): Interval | null {
  const ends = around ?? denominator;
  if (n === null || !ends || ends.low === ends.high) return null;
  // The people of a figure need not be those it divides by.
  return Math.abs(centreOf(ends) - n) < 1 ? ends : null;
}

/** Every change between two figures that their published ends allow. */
export const changeEnds = (from: Ends, to: Ends): Ends => ({ low: to.low - from.high, high: to.high - from.low });

// Stable: at most so much of those who do it, or of the others where they are fewer, has come or gone. [I]
const mostSteady = 0.1;

/** Whether no counts within the published ends of both are further apart than what may be called stable. */
export function isSteady(from: Ends, to: Ends): boolean {
  const change = changeEnds(from, to);
  return Math.max(change.high, -change.low) <= mostSteady * Math.min(from.low, 1 - from.high);
}

/** `unsure`: what is told lies on both sides of the limit; `unknown`: nothing is told. */
export type Certainty = 'yes' | 'no' | 'unsure' | 'unknown';

/** Whether a figure is at a limit or above it: said only where everything that is told lies on one side. */
export function reaches(ends: Ends | null, limit: number): Certainty {
  if (!ends) return 'unknown';
  // A whisker, because shares do not come out even.
  if (ends.low >= limit - 1e-9) return 'yes';
  return ends.high < limit - 1e-9 ? 'no' : 'unsure';
}
