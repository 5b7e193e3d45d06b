import fc from 'fast-check';
import {
  addDays,
  blockEndOf,
  daysBetween,
  endsBlock,
  isDay,
  isoWeekday,
  isoWeekLabel,
  mondayOf,
  quarterOf,
  weekEndOf,
  weekEndsBetween,
} from './day.js';

const someDay = fc.integer({ min: -4000, max: 8000 }).map((n) => addDays('2018-01-01', n));

test.each([
  ['2021-01-03', '2020-W53', 'the first Sunday of 2021 still belongs to 2020'],
  ['2021-01-04', '2021-W01', 'the week of the first Thursday is the first'],
  ['2019-12-30', '2020-W01', 'a Monday of December may open the next year'],
])('%s is in %s: %s', (day, label) => {
  expect(isoWeekLabel(day)).toBe(label);
});

test.each([
  ['2018-01-01', '2018-01-28'],
  ['2018-01-28', '2018-01-28'],
  ['2018-01-29', '2018-02-25'],
  ['2017-12-31', '2017-12-31'],
])('the four-week block of %s ends on %s', (day, end) => {
  expect(blockEndOf(day)).toBe(end);
});

test('days are read in no zone: summer time moves nothing', () => {
  expect(addDays('2021-03-27', 1)).toBe('2021-03-28');
  expect(addDays('2021-03-28', 1)).toBe('2021-03-29');
  expect(daysBetween('2021-03-27', '2021-03-29')).toBe(2);
});

test.each(['2021-02-29', '2021-2-1', '21-02-01', '2021-02-01T00:00', ''])('%p is no day', (text) => {
  expect(isDay(text)).toBe(false);
});

test('week ends are the Sundays between both ends', () => {
  expect(weekEndsBetween('2021-01-04', '2021-01-24')).toEqual(['2021-01-10', '2021-01-17', '2021-01-24']);
  expect(weekEndsBetween('2021-01-04', '2021-01-09')).toEqual([]);
});

test('weeks hold their days, blocks end on Sundays, and adding is undone by taking away', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -500, max: 500 }), (day, n) => {
      expect(isDay(day)).toBe(true);
      expect(isoWeekday(mondayOf(day))).toBe(1);
      expect(daysBetween(mondayOf(day), weekEndOf(day))).toBe(6);
      expect(mondayOf(day) <= day && day <= weekEndOf(day)).toBe(true);
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(isoWeekday(blockEndOf(day))).toBe(7);
      expect(endsBlock(blockEndOf(day))).toBe(true);
      expect(daysBetween(day, blockEndOf(day))).toBeLessThan(28);
    }),
  );
});

test.each([
  ['2026-03-31', '2026-Q1'],
  ['2026-10-01', '2026-Q4'],
])('%s is in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter);
});
