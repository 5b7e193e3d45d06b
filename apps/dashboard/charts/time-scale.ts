import { addDays, type Day, ordinalOf } from '../format/iso-week.js';

/** Straight from days to pixels. */
export function timeScale(from: Day, to: Day, width: number) {
  const first = ordinalOf(from);
  const length = Math.max(1, ordinalOf(to) - first);
  return (day: Day) => ((ordinalOf(day) - first) / length) * width;
}

/** First days of months between both ends, thinned so that at most `most` remain. */
export function monthTicks(from: Day, to: Day, most: number): Day[] {
  const months: Day[] = [];
  let month = `${from.slice(0, 7)}-01`;
  while (month <= to) {
    if (month >= from) months.push(month);
    month = `${addDays(month, 31).slice(0, 7)}-01`;
  }
  const keep = [1, 2, 3, 6, 12].find((every) => months.length / every <= most) ?? 24;
  return months.filter((_, i) => i % keep === 0);
}
