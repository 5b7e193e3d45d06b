import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { type ExactRow } from '../../exact/exact-row.js';
import { type Expected } from './slice.js';

/** A number that one way has and the other has otherwise. */
interface Found {
  value: number | null;
  numerator: Ends;
  denominator: number | null;
}

type Ends = { low: number; high: number } | null;

type Row = Found & { indicator: IndicatorKey; slice: string; shown: string };

export const asFound = (row: ExactRow): Row => ({
  ...{ indicator: row.indicator, slice: row.slice, shown: 'value' },
  ...{ denominator: row.denominator, value: row.value },
  numerator: row.numerator === null ? null : { low: row.numerator, high: row.numerator },
});

export const asPublished = (row: {
  indicator: IndicatorKey;
  slice: string;
  shown: string;
  numerator: Ends;
  denominator: Ends;
  value: number | null;
}): Row => ({
  ...{ indicator: row.indicator, slice: row.slice, shown: row.shown, value: row.value },
  ...{ numerator: row.numerator, denominator: row.denominator?.low ?? null },
});

const near = (one: number | null, other: number) => one !== null && Math.abs(one - other) < 1e-9;

export function isSame(expected: Expected, { value, numerator, denominator }: Found): boolean {
  if (expected === null) return value === null;
  if ('number' in expected) return near(value, expected.number);
  if ('about' in expected) return value !== null && Math.abs(value - expected.about) <= expected.within;
  if (expected.of === null) return near(value, expected.part);
  if (expected.of === 0) return value === null;
  if (!numerator || !near(denominator, expected.of)) return false;
  // A count that is not published apart is the interval that others leave possible: it holds the truth.
  if (numerator.low < numerator.high) return numerator.low <= expected.part && expected.part <= numerator.high;
  return near(numerator.low, expected.part) && near(value, expected.part / expected.of);
}
