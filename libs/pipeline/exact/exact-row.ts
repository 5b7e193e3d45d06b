import { type Day } from '#domain/calendar/day.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { type Outcome } from '#domain/indicators/indicator.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';
import { type ExactWindow } from './periods.js';

/** One number of the operator's door; counts have no denominator. */
export interface ExactRow {
  indicator: IndicatorKey;
  slice: string;
  periodEnd: Day;
  window: ExactWindow | 'state';
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  /** K11: Monday of the cohort, of the last week that is read with it, and weeks since that one. */
  cohort?: Day;
  cohortEnd?: Day;
  lag?: number;
}

export interface ExactQuery {
  indicators: readonly IndicatorKey[];
  by: ExactSlicing;
  /** Without it, each indicator's own default. */
  window?: ExactWindow;
  /** Both included, on the last day of the period. */
  from: Day;
  to: Day;
}

export function numbersOf(outcome: Outcome): Pick<ExactRow, 'numerator' | 'denominator' | 'value' | 'low' | 'high'> {
  const { numerator, denominator, value, low, high } = outcome;
  return { numerator: numerator?.low ?? null, denominator: denominator?.low ?? null, value, low, high };
}
