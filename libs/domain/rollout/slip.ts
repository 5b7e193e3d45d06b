import { addDays, type Day, daysBetween } from '../calendar/day.js';
import { combinedShare, type PlannedPeople, planSpan } from './plan.js';

/** Where things stand on a Sunday. `actual` = share activated, 0 to 1. */
export interface Standing {
  weekEnd: Day;
  actual: number;
}

/**
 * Days behind the plan: from the day on which the plan reached today's share to today; negative = ahead (K08b).
 * Once all of the plan is reached it stays what it was that week. Null before anything was planned or done.
 * `standings`: oldest first.
 */
export function slipDays(parts: readonly PlannedPeople[], standings: readonly Standing[]): number | null {
  const span = planSpan(parts.map(({ plan }) => plan));
  const goal = span && combinedShare(parts, span.end);
  if (!span || !goal) return null;
  const standing = standings.find(({ actual }) => actual >= goal) ?? standings.at(-1);
  if (!standing) return null;
  const { weekEnd, actual } = standing;
  if (actual <= 0 && weekEnd < span.start) return null;
  return daysBetween(reachedOn(parts, span, Math.min(actual, goal)), weekEnd);
}

/** First day on whose evening the plan has reached a share; plans never go down, so halving finds it. */
function reachedOn(parts: readonly PlannedPeople[], span: { start: Day; end: Day }, share: number): Day {
  let [low, high] = [0, daysBetween(span.start, span.end)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    // A whisker, because sums of shares do not come out even.
    if ((combinedShare(parts, addDays(span.start, middle)) ?? 0) >= share - 1e-9) high = middle;
    else low = middle + 1;
  }
  return addDays(span.start, low);
}
