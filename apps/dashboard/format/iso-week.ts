const dayLength = 86_400_000;

/** `2026-W46`. */
export type IsoWeek = string;
/** `2026-11-15`, a local calendar day. */
export type Day = string;

const instantOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayOf(instantOf(day) + days * dayLength);

const weekday = (day: Day) => (new Date(instantOf(day)).getUTCDay() + 6) % 7;

export const isSunday = (day: Day) => weekday(day) === 6;

export const mondayOf = (day: Day): Day => addDays(day, -weekday(day));

export function weekOf(day: Day): IsoWeek {
  // The year of an ISO week is that of its Thursday.
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((instantOf(thursday) - instantOf(`${year}-01-01`)) / (7 * dayLength)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Sunday on which its week, and every window that ends with it, closes. */
export const sundayOf = (day: Day): Day => addDays(mondayOf(day), 6);

/** Days since 1970, to place a day on an axis. */
export const ordinalOf = (day: Day) => instantOf(day) / dayLength;
export const dayAt = (ordinal: number): Day => dayOf(ordinal * dayLength);

export const numberOf = (week: IsoWeek) => Number(week.slice(6));
