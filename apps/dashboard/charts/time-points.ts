import { type IndicatorRow } from '#contract/indicators.js';
import { type TimePoint } from './TimeChart.js';

/** Rows of one indicator and one slice, as points of a line; what is masked is a gap. */
export const timePoints = (rows: IndicatorRow[]): TimePoint[] =>
  rows.map(({ periodEnd, value, low, high, n }) => ({ weekEnd: periodEnd, value, low, high, n }));
