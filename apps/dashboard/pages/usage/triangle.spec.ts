import { type IndicatorRow } from '#contract/indicators.js';
import { triangleOf } from './triangle.js';

const row = (cohort: string, lag: number, value: number | null, people: number): IndicatorRow => ({
  ...{ indicator: 'K11', slice: 'acme', node: null, window: null, periodEnd: '2026-03-01', cohort, lag },
  ...{ value, low: null, high: null, n: people, shown: value === null ? 'masked' : 'value' },
  ...{ numerator: null, denominator: { low: people, high: people } },
});

test('weeks of arrival are lines, weeks since are columns, what lies ahead is empty', () => {
  const { cohorts, lags } = triangleOf(
    [
      row('2026-02-09', 0, 1, 20),
      row('2026-02-02', 0, 1, 10),
      row('2026-02-02', 1, 0.5, 10),
      row('2026-02-02', 2, null, 10),
    ],
    14,
  );
  expect(cohorts.map(({ cohort, people }) => [cohort, people])).toEqual([
    ['2026-02-02', 10],
    ['2026-02-09', 20],
  ]);
  expect(lags).toEqual([0, 1, 2]);
  expect([...cohorts[0]!.shares]).toEqual([
    [0, 1],
    [1, 0.5],
    [2, null],
  ]);
  expect(cohorts[1]!.shares.has(1)).toBe(false);
});

test('the middle of a wide band is no figure', () => {
  const banded = (lag: number, low: number, high: number) => ({
    ...row('2026-02-02', lag, 0.5, 20),
    numerator: { low, high },
  });
  const { cohorts } = triangleOf([row('2026-02-02', 0, 1, 20), banded(8, 8, 12), banded(9, 6, 14)], 14);
  expect(cohorts[0]!.shares.get(8)).toBe(0.5);
  expect(cohorts[0]!.shares.get(9)).toBeNull();
});

test('what stays after weeks is weighed by those who arrived', () => {
  expect(triangleOf([row('2026-01-05', 8, 0.5, 30), row('2026-01-12', 8, 0.2, 10)], 14).later).toBeCloseTo(17 / 40, 12);
  expect(triangleOf([row('2026-01-05', 7, 0.5, 30)], 14).later).toBeNull();
});

test('only the newest weeks of arrival are shown', () => {
  const rows = Array.from({ length: 20 }, (_, week) =>
    row(`2026-0${1 + Math.floor(week / 4)}-0${1 + (week % 4)}`, 0, 1, 10),
  );
  expect(triangleOf(rows, 14).cohorts).toHaveLength(14);
});
