const dayLength = 86_400_000;

/** `2026-W46`, as it stands in addresses. */
export type IsoWeek = string;
/** `2026-11-15`, a local calendar day. */
export type Day = string;

export const isIsoWeek = (text: string) => /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text);

const instantOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayOf(instantOf(day) + days * dayLength);

const weekday = (day: Day) => (new Date(instantOf(day)).getUTCDay() + 6) % 7;

export const mondayOf = (day: Day): Day => addDays(day, -weekday(day));

export function weekOf(day: Day): IsoWeek {
  // The year of an ISO week is that of its Thursday.
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((instantOf(thursday) - instantOf(`${year}-01-01`)) / (7 * dayLength)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Sunday on which the week, and every window that ends with it, closes. */
export function sundayOf(week: IsoWeek): Day {
  const firstMonday = mondayOf(`${week.slice(0, 4)}-01-04`);
  return addDays(firstMonday, (Number(week.slice(6)) - 1) * 7 + 6);
}

export const shiftWeek = (week: IsoWeek, weeks: number): IsoWeek => weekOf(addDays(sundayOf(week), weeks * 7));

export const numberOf = (week: IsoWeek) => Number(week.slice(6));
