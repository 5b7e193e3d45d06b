import { type IndicatorRow } from '#contract/indicators.js';

type Cell = string | number | null | undefined;

const columns: Record<string, (row: IndicatorRow) => Cell> = {
  indicator: (row) => row.indicator,
  slice: (row) => row.slice,
  node: (row) => row.node,
  period_end: (row) => row.periodEnd,
  window: (row) => row.window,
  cohort: (row) => row.cohort,
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

/** RFC 4180, with a byte-order mark so that spreadsheets read it as UTF-8. */
export function csvOf(rows: readonly IndicatorRow[]): string {
  const lines = rows.map((row) => Object.values(columns).map((column) => written(column(row))));
  return `\ufeff${[Object.keys(columns), ...lines].map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet would run what begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
