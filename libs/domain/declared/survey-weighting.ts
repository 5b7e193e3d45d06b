import { sum } from '../statistics/moments.js';
import { standardise } from '../statistics/standardisation.js';
import { type Estimate } from '../statistics/two-proportions.js';
import { type SurveyPlace } from './publish-survey.js';

export interface WeightedShare extends Estimate {
  /** Respondents of equal weight who would say it as surely (Kish 1965, §11.2C): (Σ W)² ∕ Σ (W² ∕ n). */
  effectiveN: number;
  /** Share of the people who work where somebody answered, 0 to 1. */
  covered: number;
}

const centre = ([low, high]: readonly [number, number]) => (low + high) / 2;

/**
 * The counted share of a question as if every place had answered in proportion to its people (kpis K80, weighting to
 * headcount by entity): the smallest published places are the strata. Shares between 0 and 1, 95 %. Null where nobody
 * knows how many people there were, or with one place only: there is nothing to weigh.
 */
export function weightedShare(places: readonly SurveyPlace[], question: string): WeightedShare | null {
  const strata = places.flatMap(({ people, questions }) => {
    const counts = questions[question];
    if (people == null || !counts) return [];
    const [events, size] = [centre(counts.counted), centre(counts.answered)];
    return [{ events: Math.min(events, size), size, weight: people }];
  });
  const answered = strata.filter(({ size, weight }) => size > 0 && weight > 0);
  const share = answered.length > 1 ? standardise(strata) : null;
  if (!share) return null;
  const total = sum(answered.map(({ weight }) => weight));
  const effectiveN = (total * total) / sum(answered.map(({ weight, size }) => (weight * weight) / size));
  return { ...share, effectiveN };
}
