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
  if (outcome?.shown !== 'value' || !outcome.numerator || !outcome.denominator || outcome.denominator.low <= 0)
    return null;
  const { numerator, denominator } = outcome;
  return { low: numerator.low / denominator.high, high: Math.min(1, numerator.high / denominator.low) };
}

/** `unsure`: what is told lies on both sides of the limit; `unknown`: nothing is told. */
type Certainty = 'yes' | 'no' | 'unsure' | 'unknown';

/** Whether a figure is at a limit or above it: said only where everything that is told lies on one side. */
export function reaches(ends: Ends | null, limit: number): Certainty {
  if (!ends) return 'unknown';
  // A whisker, because shares do not come out even.
  if (ends.low >= limit - 1e-9) return 'yes';
  return ends.high < limit - 1e-9 ? 'no' : 'unsure';
}
