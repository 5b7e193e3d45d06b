import { type Report } from '#contract/reports.js';
import { addDays, blockEndOf, type Day } from '#domain/calendar/day.js';

/** What the next issue waits for: the month after the last one, the end of the next block, or any week. */
export function nextIssue({ cadence, lastWeek }: Pick<Report, 'cadence' | 'lastWeek'>, today: Day) {
  if (cadence === 'week' || (cadence === 'month' && lastWeek === null)) return { kind: 'week' as const };
  if (cadence === 'four_weeks') return { kind: 'four_weeks' as const, day: blockEndOf(addDays(lastWeek ?? today, 1)) };
  // No month has more than 31 days: the first of the month after.
  const month = `${addDays(`${(lastWeek ?? today).slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
  return { kind: 'month' as const, day: month };
}
