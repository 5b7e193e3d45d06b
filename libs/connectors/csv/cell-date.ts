import { addDays, type Day, isDay } from '#domain/calendar/day.js';
import { instantMessages } from '../event/canonical-event.js';
import { parseInstant } from '../event/instant.js';
import { type LocalClock } from '../event/local-clock.js';
import { CellError } from './cell-error.js';
import { asShare } from './cell-number.js';
import { type CurvePoint } from './rows.js';

export function asDay(column: string, text: string, clock: LocalClock | null): Day {
  const day = isDay(text) ? text : clock?.day(text);
  if (day) return day;
  throw new CellError('bad_date', column, 'A date is written year-month-day, or as declared, and must exist.');
}

export function asInstant(column: string, text: string, clock: LocalClock | null): string {
  const instant = isDay(text) ? parseInstant(`${text}T00:00Z`) : (clock?.instant(text) ?? parseInstant(text));
  if (typeof instant === 'string') throw new CellError(instant, column, instantMessages[instant]);
  return new Date(instant).toISOString();
}

/** Points written date:share, which go forward in time from the planned start and never down. */
export function asCurve(column: string, parts: readonly string[], start: Day): CurvePoint[] {
  const points = parts.map((part) => {
    const colon = part.indexOf(':');
    if (colon < 0) throw new CellError('bad_curve', column, 'A curve is written date:share;date:share.');
    const date = asDay(column, part.slice(0, colon).trim(), null);
    return { date, share: asShare(column, part.slice(colon + 1).trim(), 'bad_curve') };
  });
  points.reduce(
    (before, point) => {
      if (point.date > before.date && point.share >= before.share) return point;
      throw new CellError('bad_curve', column, 'A curve goes forward in time from the planned start, and never down.');
    },
    { date: addDays(start, -1), share: 0 },
  );
  return points;
}
