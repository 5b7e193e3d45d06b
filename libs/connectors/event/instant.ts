export type InstantProblem = 'naive_timestamp' | 'bad_timestamp' | 'early_timestamp';

const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether such a day exists in the Gregorian calendar; the month counts from 1. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (monthLengths[month - 1] ?? 0);
}

/**
 * Milliseconds since 1970 of an ISO 8601 instant with its offset. Finer fractions are cut off; nothing before 1970 is
 * believed, because such instants come from empty clocks.
 */
export function parseInstant(text: string): number | InstantProblem {
  if (isUtcShaped(text)) {
    const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
    const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
    if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return 'bad_timestamp';
    if (year < 1970) return 'early_timestamp';
    return Date.UTC(year, month - 1, day, hour, minute, second, digits(text, 20, 23));
  }
  const parts = dateTime.exec(text);
  if (parts === null) return 'bad_timestamp';
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  const hour = Number(parts[4] ?? 0);
  const minute = Number(parts[5] ?? 0);
  const second = Number(parts[6] ?? 0);
  if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return 'bad_timestamp';
  const zone = parts[8];
  if (zone === undefined) return 'naive_timestamp';
  const fraction = parts[7];
  const millisecond = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = offsetMinutes(zone);
  if (offset === null) return 'bad_timestamp';
  const instant = Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - offset * 60_000;
  return instant < 0 || year < 1970 ? 'early_timestamp' : instant;
}

function offsetMinutes(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(zone.length === 6 ? 4 : 3) || 0);
  if (hours > 18 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const utcShape = '0000-00-00T00:00:00.000Z';

/** The shape that `Date` writes and nearly every source sends; telling it apart spares the expression, which is slower. */
export function isUtcShaped(text: string): boolean {
  if (text.length !== utcShape.length) return false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const expected = utcShape.charCodeAt(index);
    if (expected === 48 ? unit < 48 || unit > 57 : unit !== expected) return false;
  }
  return true;
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}
