import fc from 'fast-check';
import { addDays, dayAt, isSunday, mondayOf, numberOf, ordinalOf, sundayOf, weekOf } from './iso-week.js';

test.each([
  ['2026-11-15', '2026-W46'],
  ['2027-01-03', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
])('%s falls in %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});

test('a day, its week and its Sunday agree', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
  fc.assert(
    fc.property(day, (d) => {
      const sunday = sundayOf(d);
      expect(isSunday(sunday)).toBe(true);
      expect(addDays(mondayOf(d), 6)).toBe(sunday);
      expect(mondayOf(d) <= d && d <= sunday).toBe(true);
      expect(weekOf(d)).toBe(weekOf(sunday));
      expect(numberOf(weekOf(d))).toBeGreaterThan(0);
      expect(dayAt(ordinalOf(d))).toBe(d);
    }),
  );
});
