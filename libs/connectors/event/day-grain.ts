import { type Day } from '#domain/calendar/day.js';

/**
 * The instant of what a source counts per day. At half past ten in UTC it is that same day from UTC−10:30 to UTC+13:29,
 * Tahiti and New Zealand included, which noon would not do; so the count stays on the day that the source names.
 */
export function instantOfDay(day: Day): string {
  return `${day}T10:30:00.000Z`;
}
