import { type IndicatorRow } from '#contract/indicators.js';
import { formatsIn } from '../../i18n/use-format.js';
import { triangleOf, writeCell } from './triangle.js';

const row = (cohort: string, lag: number, active: [number, number] | null, people: number): IndicatorRow => ({
  ...{ indicator: 'K11', slice: 'acme', node: null, window: null, periodEnd: '2026-03-01', cohort, lag },
  ...{ value: null, low: null, high: null, n: people, shown: active === null ? 'masked' : 'value' },
  ...{ numerator: active && { low: active[0], high: active[1] }, denominator: { low: people, high: people } },
});
const french = formatsIn('fr');
const cell = (low: number, high: number, of: number) => {
  const { text, shade } = writeCell({ numerator: { low, high }, denominator: { low: of, high: of } }, french);
  return [text.replace(/\s/g, ' '), shade];
};

test('weeks of arrival are lines, weeks since are columns, what lies ahead is empty', () => {
  const { cohorts, lags } = triangleOf(
    [
      row('2026-02-09', 0, [20, 20], 20),
      row('2026-02-02', 0, [10, 10], 10),
      row('2026-02-02', 1, [4, 6], 10),
      row('2026-02-02', 2, null, 10),
    ],
    14,
    null,
  );
  expect(cohorts.map(({ cohort, people }) => [cohort, people])).toEqual([
    ['2026-02-02', 10],
    ['2026-02-09', 20],
  ]);
  expect(lags).toEqual([0, 1, 2]);
  const [first, second] = cohorts;
  expect(first!.shares.get(1)).toEqual({ numerator: { low: 4, high: 6 }, denominator: { low: 10, high: 10 } });
  expect(first!.shares.get(2)).toBeNull();
  expect(second!.shares.has(1)).toBe(false);
});

test('below sixty people are told, from sixty a share, and neither by the middle of a wide band', () => {
  expect(cell(10, 11, 12)).toEqual(['10–11', 10.5 / 12]);
  expect(cell(6, 14, 20)).toEqual(['6–14', null]);
  expect(cell(0, 2, 29)).toEqual(['0–2', null]);
  expect(cell(33, 33, 59)).toEqual(['33', 33 / 59]);
  expect(cell(48, 50, 76)).toEqual(['64 %', 49 / 76]);
  expect(cell(0, 4, 80)).toEqual(['≤ 5 %', null]);
  expect(cell(72, 80, 80)).toEqual(['≥ 90 %', null]);
  expect(cell(20, 60, 100)).toEqual(['20–60 %', null]);
});

test('nothing is told of which everything is possible', () => {
  expect(triangleOf([row('2026-02-02', 1, [0, 10], 10)], 14, null).cohorts).toEqual([]);
});

test('what stays after weeks is told from end to end, of all who tell it', () => {
  const rows = [row('2026-01-05', 8, [14, 16], 30), row('2026-01-12', 8, [0, 4], 10), row('2026-01-19', 8, null, 20)];
  expect(triangleOf(rows, 14, null).later).toEqual({
    numerator: { low: 14, high: 20 },
    denominator: { low: 40, high: 40 },
    ...{ from: '2026-01-05', to: '2026-01-12' },
  });
  expect(triangleOf([row('2026-01-05', 7, [15, 15], 30)], 14, null).later).toBeNull();
});

test('weeks of arrival that are read together are a line of their own, and in no age of all', () => {
  const joined = (last: string, lag: number) => ({ ...row('2026-01-05', lag, [20, 20], 30), cohortEnd: last });
  const rows = [joined('2026-01-26', 8), joined('2026-02-02', 0), row('2026-01-12', 8, [5, 6], 10)];
  const { cohorts, later } = triangleOf(rows, 14, null);
  expect(cohorts.map(({ cohort, cohortEnd }) => [cohort, cohortEnd])).toEqual([
    ['2026-01-05', '2026-01-26'],
    ['2026-01-05', '2026-02-02'],
    ['2026-01-12', '2026-01-12'],
  ]);
  expect(later).toMatchObject({ numerator: { low: 5, high: 6 }, from: '2026-01-12', to: '2026-01-12' });
  expect(triangleOf([joined('2026-01-26', 8)], 14, null).later).toBeNull();
});

test('only the newest weeks of arrival are shown', () => {
  const rows = Array.from({ length: 20 }, (_, week) =>
    row(`2026-0${1 + Math.floor(week / 4)}-0${1 + (week % 4)}`, 0, [10, 10], 10),
  );
  expect(triangleOf(rows, 14, null).cohorts).toHaveLength(14);
});

test('whom the first week of the history holds arrived before it', () => {
  const rows = [row('2026-01-05', 8, [30, 30], 60), row('2026-01-12', 8, [15, 15], 30)];
  expect(triangleOf(rows, 14, '2026-01-05').later).toMatchObject({ from: '2026-01-12', to: '2026-01-12' });
  expect(triangleOf(rows.slice(0, 1), 14, '2026-01-05').later).toBeNull();
  expect(triangleOf(rows, 14, '2025-06-02').later).toMatchObject({ denominator: { low: 90, high: 90 } });
});
