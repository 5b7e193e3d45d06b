import { type IndicatorRow } from '#contract/indicators.js';
import { addDays } from '#domain/calendar/day.js';
import { indicators } from '#domain/indicators/catalogue.js';
import { Reading } from '#domain/indicators/reading.js';
import { type Cohort } from '#storage/publication/publication.repository.js';

const ends = ([low, high]: [number, number]) => ({ low, high });

/** Retention: a row per week of arrival and week since. Nothing of it is read by place. */
export function cohortRows(cohorts: readonly Cohort[], organization: { slug: string; k: number }): IndicatorRow[] {
  return cohorts.map(({ cohort, lag, people, active }) => {
    const counted = { base: 'headcount' as const, k: organization.k, window: null, count: () => null };
    const reading = new Reading('everyone', { ...counted, cohort: { people: ends(people), active: ends(active) } });
    const row = { indicator: 'K11' as const, slice: organization.slug, node: null, window: null, cohort, lag };
    return { ...row, periodEnd: addDays(cohort, lag * 7 + 6), ...indicators.K11.value(reading) };
  });
}
