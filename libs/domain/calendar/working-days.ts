import Holidays from 'date-holidays';
import { addDays, type Day, isoWeekday } from './day.js';

const holidaysOfYear = new Map<string, Set<Day>>();

/** Public holidays of a country in a year; empty for a country that the package does not know. */
function publicHolidays(country: string, year: number): Set<Day> {
  const key = `${country}/${year}`;
  const known = holidaysOfYear.get(key);
  if (known) return known;
  const days = new Set<Day>();
  for (const holiday of new Holidays(country).getHolidays(year) ?? []) {
    // Half days and observances are worked; a holiday may last several days.
    if (holiday.type !== 'public') continue;
    const first = holiday.date.slice(0, 10);
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
    for (let n = 0; n < length; n++) days.add(addDays(first, n));
  }
  holidaysOfYear.set(key, days);
  return days;
}

/** True when public holidays are known; otherwise the page says that Monday to Friday was assumed. */
export function knowsHolidays(country: string | null): boolean {
  return country !== null && new Holidays(country).getHolidays(2024)?.length > 0;
}

/** Monday to Friday less the public holidays of the country (ISO 3166-1, two letters; null = unknown). */
export function isWorkingDay(day: Day, country: string | null): boolean {
  if (isoWeekday(day) > 5) return false;
  return isNoHoliday(day, country);
}

function isNoHoliday(day: Day, country: string | null): boolean {
  return country === null || !publicHolidays(country, Number(day.slice(0, 4))).has(day);
}

const mondaysToFridays = new Map<string, Day[]>();

/** The same for every country, which are many: reckoned once. */
function weekdays(from: Day, to: Day): Day[] {
  const key = `${from}/${to}`;
  const known = mondaysToFridays.get(key);
  if (known) return known;
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isoWeekday(day) <= 5) days.push(day);
  if (mondaysToFridays.size > 500) mondaysToFridays.clear();
  mondaysToFridays.set(key, days);
  return days;
}

const working = new Map<string, Day[]>();

/** Working days from `from` to `to`, both included, oldest first. */
export function workingDays(from: Day, to: Day, country: string | null): Day[] {
  const key = `${from}/${to}/${country}`;
  const known = working.get(key);
  if (known) return known;
  const days = weekdays(from, to).filter((day) => isNoHoliday(day, country));
  if (working.size > 5000) working.clear();
  working.set(key, days);
  return days;
}
