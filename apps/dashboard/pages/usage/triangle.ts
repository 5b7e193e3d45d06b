import { type IndicatorRow } from '#contract/indicators.js';
import { isMiddleMisleading } from '#domain/indicators/count-reading.js';
import { type Day } from '../../format/iso-week.js';

export interface CohortLine {
  /** Monday of the week of arrival. */
  cohort: Day;
  people: number;
  /** Share still active by weeks since; null where it is hidden or too vague, absent where it lies ahead. */
  shares: Map<number, number | null>;
}

export interface Triangle {
  cohorts: CohortLine[];
  lags: number[];
  /** Of all who arrived long enough ago, share active `later` weeks after; null where nobody did. */
  later: number | null;
}

/** Weeks of arrival as lines, oldest first, and weeks since as columns; at most `most` of each. */
export function triangleOf(rows: readonly IndicatorRow[], most: number, later = 8): Triangle {
  const lines = new Map<Day, CohortLine>();
  for (const { cohort, lag, value, numerator, denominator } of rows) {
    if (cohort === undefined || lag === undefined || lag >= most) continue;
    const line = lines.get(cohort) ?? { cohort, people: 0, shares: new Map<number, number | null>() };
    lines.set(cohort, line);
    line.shares.set(lag, isMiddleMisleading(numerator, denominator) ? null : value);
    if (denominator) line.people = Math.max(line.people, denominator.high);
  }
  const shown = [...lines.values()].filter(({ shares }) => [...shares.values()].some((share) => share !== null));
  const cohorts = shown.sort((a, b) => (a.cohort < b.cohort ? -1 : 1)).slice(-most);
  const lags = [...new Set(cohorts.flatMap(({ shares }) => [...shares.keys()]))].sort((a, b) => a - b);
  return { cohorts, lags, later: shareAt(rows, later) };
}

function shareAt(rows: readonly IndicatorRow[], lag: number): number | null {
  let [people, active] = [0, 0];
  for (const row of rows) {
    if (row.lag !== lag || row.value === null || !row.denominator) continue;
    people += row.denominator.high;
    active += row.value * row.denominator.high;
  }
  return people === 0 ? null : active / people;
}
