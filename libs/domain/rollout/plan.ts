import { addDays, type Day, daysBetween } from '../calendar/day.js';

/** What a wave promised: the share of its people activated on each day, never going down. */
export interface Plan {
  plannedStart: Day;
  plannedEnd: Day;
  /** Share to be reached at `plannedEnd`, 0 to 1. */
  target: number;
  /** Points of a declared curve, in order; null or empty = a straight line. */
  curve: readonly { date: Day; share: number }[] | null;
}

/** A plan with the people it speaks of: several together make the plan of a whole. */
export interface PlannedPeople {
  plan: Plan;
  people: number;
}

/** Planned share on the evening of a day: nothing before the start, the last value for ever after. */
export function plannedShare({ plannedStart, plannedEnd, target, curve }: Plan, day: Day): number {
  const start = { date: addDays(plannedStart, -1), share: 0 };
  const points = curve?.length ? [start, ...curve] : [start, { date: plannedEnd, share: target }];
  const after = points.findIndex(({ date }) => date > day);
  if (after === 0) return 0;
  const before = points[(after < 0 ? points.length : after) - 1]!;
  const next = points[after];
  if (after < 0 || !next) return before.share;
  return (
    before.share + ((next.share - before.share) * daysBetween(before.date, day)) / daysBetween(before.date, next.date)
  );
}

/** Share planned for all of them together; null when nobody is planned. */
export function combinedShare(parts: readonly PlannedPeople[], day: Day): number | null {
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  if (people <= 0) return null;
  return parts.reduce((sum, part) => sum + part.people * plannedShare(part.plan, day), 0) / people;
}

/** First and last day on which the plans move; null without a plan. */
export function planSpan(plans: readonly Plan[]): { start: Day; end: Day } | null {
  if (plans.length === 0) return null;
  const starts = plans.map((plan) => plan.plannedStart).sort();
  const ends = plans.flatMap((plan) => [plan.plannedEnd, ...(plan.curve ?? []).map(({ date }) => date)]).sort();
  return { start: starts[0]!, end: ends.at(-1)! };
}
