import { type Day } from '../calendar/day.js';
import { type Shock } from '../declared/action.js';

/** What a side is followed over. */
export interface FollowUp {
  from: Day;
  to: Day;
  /** Keys of its entities. */
  entities: ReadonlySet<string>;
}

/**
 * The first declared shock that hit one side and not, or not equally, the other within what is compared: both would not
 * have moved alike, so their difference is not the side's doing (kpis M7). A wave that opened during a lockdown is hit,
 * one that was over before it is not.
 */
export const unevenShock = (shocks: readonly Shock[], sides: readonly [FollowUp, FollowUp]): Shock | null =>
  shocks.find((shock) => hitOf(shock, sides[0]) !== hitOf(shock, sides[1])) ?? null;

/** Share of the entities of a side that a shock reached while they were followed. */
function hitOf(shock: Shock, { from, to, entities }: FollowUp): number {
  if (shock.startsOn > to || shock.endsOn < from) return 0;
  if (shock.entities.length === 0) return 1;
  return shock.entities.filter((entity) => entities.has(entity)).length / Math.max(1, entities.size);
}
