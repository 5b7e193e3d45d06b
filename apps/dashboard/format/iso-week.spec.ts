import fc from 'fast-check';
import { addDays, isIsoWeek, mondayOf, shiftWeek, sundayOf, weekOf } from './iso-week.js';

test.each([
  ['2026-11-15', '2026-W46'],
  ['2027-01-03', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
])('%s falls in %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});

test('a week, its Sunday and its neighbours agree for any day', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: -200, max: 200 }), (d, n) => {
      const week = weekOf(d);
      expect(isIsoWeek(week)).toBe(true);
      expect(addDays(mondayOf(d), 6)).toBe(sundayOf(week));
      expect(shiftWeek(shiftWeek(week, n), -n)).toBe(week);
    }),
  );
});
