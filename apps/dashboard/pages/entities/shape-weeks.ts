import { addDays, type Day } from '../../format/iso-week.js';

const most = 26;

/** Sundays of small curves up to `week`, oldest first: half a year, or since the first that anything is told of. */
export function shapeWeeks(rows: readonly { periodEnd: Day; value: number | null }[], week: Day): Day[] {
  const first = rows.flatMap(({ periodEnd, value }) => (value === null ? [] : periodEnd)).sort()[0] ?? week;
  const weeks = Array.from({ length: most }, (_, n) => addDays(week, 7 * (n + 1 - most)));
  return weeks.filter((sunday) => sunday >= first);
}

/** The first Sunday that they may begin on. */
export const firstShapeWeek = (week: Day): Day => addDays(week, -7 * (most - 1));
