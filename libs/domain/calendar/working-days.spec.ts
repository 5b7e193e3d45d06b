import { isWorkingDay, knowsHolidays, workingDays } from './working-days.js';

test.each([
  ['2020-05-01', 'FR', false, 'Labour Day'],
  ['2020-05-01', 'US', true, 'Labor Day is in September there'],
  ['2020-04-13', 'FR', false, 'Easter Monday'],
  ['2020-05-31', 'FR', false, 'a Sunday'],
  ['2020-05-04', 'FR', true, 'an ordinary Monday'],
  ['2020-12-25', null, true, 'without a country, Monday to Friday'],
  ['2020-12-25', 'XX', true, 'an unknown country has no holidays'],
])('%s in %s: %s (%s)', (day: string, country: string | null, worked: boolean, _because: string) => {
  expect(isWorkingDay(day, country)).toBe(worked);
});

test('May 2020 has 18 working days in France and 21 without a calendar', () => {
  expect(workingDays('2020-05-01', '2020-05-31', 'FR')).toHaveLength(18);
  expect(workingDays('2020-05-01', '2020-05-31', null)).toHaveLength(21);
});

test('a country without a calendar says so', () => {
  expect([knowsHolidays('FR'), knowsHolidays('XX'), knowsHolidays(null)]).toEqual([true, false, false]);
});
