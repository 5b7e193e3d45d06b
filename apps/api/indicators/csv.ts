import { type IndicatorRow } from '#contract/indicators.js';
import { byteOrderMark, csvLine, dialects } from '#domain/files/csv-line.js';

type Cell = string | number | null | undefined;

const columns: Record<string, (row: IndicatorRow) => Cell> = {
  indicator: (row) => row.indicator,
  slice: (row) => row.slice,
  node: (row) => row.node,
  period_end: (row) => row.periodEnd,
  window: (row) => row.window,
  cohort: (row) => row.cohort,
  cohort_end: (row) => row.cohortEnd,
  lag: (row) => row.lag,
  numerator_low: (row) => row.numerator?.low,
  numerator_high: (row) => row.numerator?.high,
  denominator_low: (row) => row.denominator?.low,
  denominator_high: (row) => row.denominator?.high,
  value: (row) => row.value,
  low: (row) => row.low,
  high: (row) => row.high,
  n: (row) => row.n,
  shown: (row) => row.shown,
  note: (row) => row.note,
};

/** RFC 4180, with points and commas in every language: for programs too. */
export function csvOf(rows: readonly IndicatorRow[]): string {
  const lines = rows.map((row) => Object.values(columns).map((column) => column(row)));
  return byteOrderMark + [Object.keys(columns), ...lines].map((line) => csvLine(line, dialects.en)).join('');
}
