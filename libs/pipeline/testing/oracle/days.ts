import Holidays from 'date-holidays';

/** Days as texts, reckoned the slow and obvious way. */
const instant = (day: string) => new Date(`${day}T00:00:00Z`);

const sums = new Map<string, string>();

export function plus(day: string, days: number): string {
  const key = `${day} ${days}`;
  const known = sums.get(key) ?? new Date(instant(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
  sums.set(key, known);
  return known;
}

export const apart = (from: string, to: string): number =>
  (instant(to).getTime() - instant(from).getTime()) / 86_400_000;

export const weekday = (day: string): number => instant(day).getUTCDay() || 7;

export const mondayOf = (day: string): string => plus(day, 1 - weekday(day));

/** Four-week blocks run from Monday 2018-01-01. */
export const endsBlock = (sunday: string): boolean => (apart('2018-01-01', sunday) + 1) % 28 === 0;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that a calendar on the wall of a zone shows at an instant. */
export function localDay(at: string, zone: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return format.format(new Date(at));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall of a zone shows at an instant, as if it were UTC. */
export function wallClock(at: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  clocks.set(zone, clock);
  return Date.parse(`${clock.format(at).replace(' ', 'T')}Z`) + (at % 1000);
}

/** The instant at which a day ends in a zone. */
export function endOf(day: string, zone: string): number {
  let at = Date.parse(`${day}T08:00:00Z`);
  while (localDay(new Date(at).toISOString(), zone) <= day) at += 900_000;
  return at;
}

const holidays = new Map<string, Set<string>>();

/** Monday to Friday less public holidays; of an unknown country Monday to Friday. */
export function isWorked(day: string, country: string | null): boolean {
  if (weekday(day) > 5) return false;
  if (country === null) return true;
  const year = Number(day.slice(0, 4));
  const key = `${country}${year}`;
  const known = holidays.get(key) ?? new Set<string>();
  if (!holidays.has(key)) {
    holidays.set(key, known);
    for (const { date, type, start, end } of new Holidays(country).getHolidays(year)) {
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      if (type === 'public') for (let n = 0; n < days; n++) known.add(plus(date.slice(0, 10), n));
    }
  }
  return !known.has(day);
}
