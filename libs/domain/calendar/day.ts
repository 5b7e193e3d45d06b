import { utc } from '@date-fns/utc';
import { addDays as add, differenceInCalendarDays, format, startOfISOWeek } from 'date-fns';

/** A local calendar day, 'YYYY-MM-DD'. Days compare and sort as strings. */
export type Day = string;

const iso = (date: Date) => format(date, 'yyyy-MM-dd', { in: utc });

export const addDays = (day: Day, days: number): Day => iso(add(day, days, { in: utc }));

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => differenceInCalendarDays(to, from, { in: utc });

/** Monday of the ISO week that holds the day. */
export const mondayOf = (day: Day): Day => iso(startOfISOWeek(day, { in: utc }));

/** Sunday of the ISO week that holds the day: where every window ends. */
export const weekEndOf = (day: Day): Day => addDays(mondayOf(day), 6);

const firstBlock: Day = '2018-01-01';

/** Monday of the four-week block that holds the day; blocks count from Monday 2018-01-01. */
export function blockStartOf(day: Day): Day {
  return addDays(firstBlock, Math.floor(daysBetween(firstBlock, day) / 28) * 28);
}

/** True on the last Sunday of a four-week block. */
export const endsBlock = (sunday: Day): boolean => addDays(blockStartOf(sunday), 27) === sunday;

/** Calendar quarter, as 2026-Q3. */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
