import { type Day, mondayOf } from '../calendar/day.js';
import { type Shock } from '../declared/action.js';

/** What a side is followed over. */
export interface FollowUp {
  from: Day;
  to: Day;
  /** Keys of its entities. */
  entities: ReadonlySet<string>;
}

/** What must agree for a shock to have hit two sides alike: the days alone, or also how long each had been open by then. */
export type Alike = 'days' | 'age';

/**
 * The first declared shock that hit one side and not, or not equally, the other within what is compared: both would not
 * have moved alike, so their difference is not the side's doing (kpis M7). A wave that opened during a lockdown is hit,
 * one that was over before it is not. Followed by age, a shock that both lived through is alike only for sides that
 * opened in the same week: a lockdown in the tenth week of one is in the fortieth of the other.
 */
export function unevenShock(
  shocks: readonly Shock[],
  sides: readonly [FollowUp, FollowUp],
  alike: Alike = 'days',
): Shock | null {
  const isSameAge = alike === 'days' || mondayOf(sides[0].from) === mondayOf(sides[1].from);
  const isUneven = (shock: Shock) => {
    const [one, other] = [hitOf(shock, sides[0]), hitOf(shock, sides[1])];
    return one !== other || (one > 0 && !isSameAge);
  };
  return shocks.find(isUneven) ?? null;
}

/** Share of the entities of a side that a shock reached while they were followed. */
function hitOf(shock: Shock, { from, to, entities }: FollowUp): number {
  if (shock.startsOn > to || shock.endsOn < from) return 0;
  if (shock.entities.length === 0) return 1;
  return shock.entities.filter((entity) => entities.has(entity)).length / Math.max(1, entities.size);
}
