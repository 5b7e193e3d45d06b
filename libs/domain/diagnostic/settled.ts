import { addDays, type Day } from '../calendar/day.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { asListed, share } from '../indicators/outcome.js';
import { type IndicatorRow } from '../indicators/rows.js';
import { isOfPeople, type Wave } from '../rollout/wave.js';
import { less, sumOfIntervals } from '../statistics/interval.js';

/** Waves of entities that have been open for fewer than so many days. */
export const youngWaves = (waves: readonly Wave[], day: Day, days: number): Wave[] =>
  waves.filter((wave) => {
    const { actualStart } = wave;
    return !isOfPeople(wave) && actualStart !== null && actualStart <= day && addDays(actualStart, days) > day;
  });

/**
 * A share (0 to 1) of the whole without the waves that have just opened: what is asked of a wave after a time is not
 * asked of it before. Waves of entities share nobody, so the published counts of the young ones are taken away from those
 * of the whole; as published, where one of them does not publish its counts for the same Sunday.
 */
export function settledShare(
  key: IndicatorKey,
  whole: IndicatorRow,
  young: readonly (IndicatorRow | undefined)[],
  k: number,
): Outcome {
  const same = young.filter((row) => row?.indicator === key && row.periodEnd === whole.periodEnd);
  if (same.length < young.length || young.length === 0) return whole;
  const numerator = less(whole.numerator, sumOfIntervals(same.map((row) => row?.numerator ?? null)));
  const denominator = less(whole.denominator, sumOfIntervals(same.map((row) => row?.denominator ?? null)));
  if (!numerator || !denominator) return whole;
  const rest = share(numerator, denominator, k, whole.note);
  // Of the invited it is a list, as the whole is (decision 060).
  return key === 'K01' ? asListed(rest) : rest;
}
