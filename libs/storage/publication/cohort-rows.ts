import { addDays, type Day } from '#domain/calendar/day.js';
import { indicators } from '#domain/indicators/catalogue.js';
import { Reading } from '#domain/indicators/reading.js';
import { type IndicatorRow } from '#domain/indicators/rows.js';
import { type Cohort } from './publication.repository.js';

/** K11: the weeks of arrival (Mondays of the first and the last that are read together), and the weeks since the last. */
export interface CohortRow extends IndicatorRow {
  cohort: Day;
  cohortEnd: Day;
  lag: number;
}

const ends = ([low, high]: [number, number]) => ({ low, high });

/** Retention: a row per week of arrival and week since. Nothing of it is read by place. */
export function cohortRows(cohorts: readonly Cohort[], organization: { slug: string; k: number }): CohortRow[] {
  return cohorts.map(({ cohort, cohortEnd, lag, people, active }) => {
    const counted = { base: 'headcount' as const, k: organization.k, window: null, count: () => null };
    const reading = new Reading('everyone', { ...counted, cohort: { people: ends(people), active: ends(active) } });
    const row = {
      indicator: 'K11' as const,
      slice: organization.slug,
      node: null,
      window: null,
      cohort,
      cohortEnd,
      lag,
    };
    return { ...row, periodEnd: addDays(cohortEnd, lag * 7 + 6), ...indicators.K11.value(reading) };
  });
}
