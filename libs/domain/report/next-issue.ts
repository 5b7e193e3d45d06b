import { addDays, type Day } from '../calendar/day.js';
import { type Cadence, isWanted } from './schedule.js';

/** What the next issue waits for: any week, or from which day on a week is one to report. */
export type NextIssue = { kind: 'week' } | { kind: Exclude<Cadence, 'week'>; day: Day };

/** `lastWeek`: the last one that was reported; null = none yet. */
export function nextIssue({ cadence, lastWeek }: { cadence: Cadence; lastWeek: Day | null }, today: Day): NextIssue {
  if (cadence === 'week' || (cadence === 'month' && lastWeek === null)) return { kind: 'week' };
  let day = addDays(lastWeek ?? today, 1);
  while (!isWanted(cadence, day, lastWeek)) day = addDays(day, 1);
  return { kind: cadence, day };
}
