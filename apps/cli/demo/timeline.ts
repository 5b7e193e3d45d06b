const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY);

const written = new Map<number, string>();
export function dayText(day: number): string {
  let text = written.get(day);
  if (text === undefined) {
    text = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
    written.set(day, text);
  }
  return text;
}

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Null unless the text is a real date that falls on a Sunday. */
export function sundayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = dayNumber(text);
  return Number.isFinite(day) && dayText(day) === text && weekday(day) === 7 ? day : null;
}

export const demoStart = (last: number, weeks: number): number => last - weeks * 7 + 1;

/** The same day, or the Monday after a week-end. */
export function workday(day: number): number {
  const number = weekday(day);
  return number < 6 ? day : day + 8 - number;
}

/** Offsets of one zone, in minutes east of UTC, per local day (as of its noon). */
export class ZoneClock {
  private readonly format: Intl.DateTimeFormat;
  private readonly known = new Map<number, number>();

  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', hour: 'numeric' });
  }

  /** Asks the calendar twice a week, and daily only in a week where the clocks change. */
  offset(day: number): number {
    const monday = day - weekday(day) + 1;
    const atMonday = this.measured(monday);
    return atMonday === this.measured(monday + 6) ? atMonday : this.measured(day);
  }

  private measured(day: number): number {
    let minutes = this.known.get(day);
    if (minutes === undefined) {
      const noon = new Date((day + 0.5) * MILLISECONDS_A_DAY);
      const name = this.format.formatToParts(noon).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
      const found = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
      minutes = found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
      this.known.set(day, minutes);
    }
    return minutes;
  }
}

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const two = (number: number): string => twoDigits[number] ?? '00';

export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const minutesOfDay = Array.from(
  { length: 1440 },
  (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:`,
);

/** The time part of ISO 8601, without offset. `second` counts from local midnight. */
export const timeText = (second: number): string => (minutesOfDay[Math.floor(second / 60)] ?? '') + two(second % 60);
