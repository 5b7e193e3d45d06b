import { utc } from '@date-fns/utc';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { subMonths } from 'date-fns/subMonths';

/** A local calendar day, 'YYYY-MM-DD'. Days compare and sort as strings. */
export type Day = string;

const dayLength = 86_400_000;

// Pages add days tens of thousands of times: in UTC a day is its length, and no library is needed for that.
const start = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);

/** False for anything but an existing day written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // The clock accepts 30 February and moves it to March.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

export const addDays = (day: Day, days: number): Day => dayAt(start(day) + days * dayLength);

/** The same day so many calendar months before, or the last day that month has. */
export const monthsBefore = (day: Day, months: number): Day =>
  dayAt(subMonths(new Date(start(day)), months, { in: utc }).getTime());

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => (start(to) - start(from)) / dayLength;

/** Monday of the ISO week that holds the day. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(start(day)).getUTCDay() + 6) % 7));

/** Sunday of the ISO week that holds the day: where every window ends. */
export const weekEndOf = (day: Day): Day => addDays(mondayOf(day), 6);

/** 1 = Monday … 7 = Sunday. */
export const isoWeekday = (day: Day): number => daysBetween(mondayOf(day), day) + 1;

/** `2021-W05`; at the turn of the year the week may belong to another year than its day. */
export function isoWeekLabel(day: Day): string {
  return `${getISOWeekYear(day, { in: utc })}-W${String(getISOWeek(day, { in: utc })).padStart(2, '0')}`;
}

const firstBlock: Day = '2018-01-01';

/** Monday of the four-week block that holds the day; blocks count from Monday 2018-01-01. */
export function blockStartOf(day: Day): Day {
  return addDays(firstBlock, Math.floor(daysBetween(firstBlock, day) / 28) * 28);
}

/** Sunday that ends the four-week block of the day. */
export const blockEndOf = (day: Day): Day => addDays(blockStartOf(day), 27);

/** True on the last Sunday of a four-week block. */
export const endsBlock = (sunday: Day): boolean => blockEndOf(sunday) === sunday;

/** Calendar quarter, as 2026-Q3. */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Sundays from the first on or after `from` to the last on or before `to`. */
export function weekEndsBetween(from: Day, to: Day): Day[] {
  const ends: Day[] = [];
  for (let end = weekEndOf(from); end <= to; end = addDays(end, 7)) ends.push(end);
  return ends;
}
