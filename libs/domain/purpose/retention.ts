import { utc } from '@date-fns/utc';
import { subMonths } from 'date-fns/subMonths';
import { addDays, type Day, mondayOf, monthsBefore } from '../calendar/day.js';

/** How long what a person did is kept (rules 5.2). Measures and publications hold no person and stay. */
export const retention = {
  /** Where an organisation chose nothing else; it may choose from one month to thirteen. */
  rawMonths: 6,
  leastRawMonths: 1,
  mostRawMonths: 13,
  activityMonths: 13,
  milestoneDaysAfterExit: 30,
  /** Long enough to pair a survey with the next: the field repeats them every eighteen months. */
  answerMonths: 24,
  /** A file of everybody that nobody approved. */
  heldDays: 30,
  /** Who did what to the settings, and who exported what. */
  auditMonths: 12,
} as const;

/** Where each store begins at an instant. A month that lacks the day begins with its last one; stores of activity end with whole weeks. */
export interface RetentionFloors {
  /** Mondays: first day that is kept. */
  raw: Day;
  activity: Day;
  answers: Day;
  /** Who left before this day has no milestones left. */
  leftBefore: Day;
  /** Instants. */
  held: Date;
  audit: Date;
}

/** In UTC, whatever the zone of the process: a change to summer time moves no floor. */
export function retentionFloors(now: Date, rawMonths: number): RetentionFloors {
  const today: Day = now.toISOString().slice(0, 10);
  const monday = (months: number) => mondayOf(monthsBefore(today, months));
  return {
    raw: monday(rawMonths),
    activity: monday(retention.activityMonths),
    answers: monday(retention.answerMonths),
    leftBefore: addDays(today, -retention.milestoneDaysAfterExit),
    held: new Date(now.getTime() - retention.heldDays * 86_400_000),
    audit: new Date(subMonths(now, retention.auditMonths, { in: utc }).getTime()),
  };
}
