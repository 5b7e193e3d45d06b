import { type ComparisonSeries } from '#contract/comparison.js';
import {
  alignedLines,
  calendarLines,
  comparisonRows,
  endsOf,
  isBandOnly,
  isSparse,
  shareDomain,
} from './comparison-lines.js';

const series = (side: string, position: number, weeks: number[]): ComparisonSeries => ({
  ...{ side, kind: 'wave', key: side, name: side, place: null, position, launch: '2026-01-05', sites: 3, mixed: [] },
  points: weeks.map((week) => ({
    ...{ week, weekEnd: `2026-02-${String(week + 10)}`, numerator: null, denominator: null },
    ...{ value: 0.2, low: 0.1, high: 0.3, n: 100, shown: 'value', betweenSites: null },
  })),
});

test('the two sides carry interval and people, those beside a line only', () => {
  const [first, , third] = alignedLines([series('a', 0, [1]), series('b', 5, [1]), series('c', 1, [1])]);
  expect(first?.points[0]).toEqual({ x: 1, value: 0.2, low: 0.1, high: 0.3, n: 100, nEnds: null });
  expect(third).toMatchObject({ role: 'context', points: [{ x: 1, value: 0.2 }] });
  expect(third?.points[0]).not.toHaveProperty('n');
});

test('a band is that of people who resemble those of their site, where a test between sites tells how much', () => {
  const alike = { low: 0.05, high: 0.55 };
  const one = series('a', 0, [1]);
  const banded = [{ ...one, points: one.points.map((point) => ({ ...point, betweenSites: alike })) }];
  expect(alignedLines(banded)[0]?.points[0]).toMatchObject({ value: 0.2, ...alike });
  expect(calendarLines(banded)[0]?.points[0]).toMatchObject({ value: 0.2, ...alike });
  expect(shareDomain(banded)).toEqual([0, 0.6]);
  // As exported.
  expect([banded, [one]].map(([each]) => endsOf(each!.points[0]!))).toEqual([alike, { low: 0.1, high: 0.3 }]);
});

test('ends that have no middle are drawn as their band, without a line', () => {
  const one = series('a', 0, [1, 5]);
  const wide = { numerator: { low: 0, high: 60 }, denominator: { low: 100, high: 100 }, value: 0.3, low: 0, high: 0.7 };
  const banded = { ...one, points: one.points.map((point) => ({ ...point, ...wide })) };
  for (const lines of [alignedLines([banded]), calendarLines([banded])])
    expect(lines[0]?.points[0]).toMatchObject({ value: null, low: 0, high: 0.7 });
  expect([isBandOnly(banded), isBandOnly(one)]).toEqual([true, false]);
});

test('two waves beyond the four colours can be told apart', () => {
  const [first, second] = calendarLines([series('a', 5, [1]), series('b', 6, [1])]);
  expect(first?.colour).not.toBe(second?.colour);
});

test('rows hold the weeks of every line, in order', () => {
  const rows = comparisonRows([series('a', 0, [2, 10]), series('b', 1, [1, 2])], 'launch');
  expect(rows.map(({ at, bySide }) => [at, [...bySide.keys()]])).toEqual([
    ['1', ['b']],
    ['2', ['a', 'b']],
    ['10', ['a']],
  ]);
});

test('a line is sparse where it skips weeks', () => {
  expect(isSparse(series('a', 0, [2, 6, 10]))).toBe(true);
  expect(isSparse(series('a', 0, [2, 3, 4]))).toBe(false);
});

test('the axis ends on a round top above everything drawn', () => {
  expect(shareDomain([series('a', 0, [1])])).toEqual([0, 0.4]);
  expect(shareDomain([])).toEqual([0, 0.04]);
});
