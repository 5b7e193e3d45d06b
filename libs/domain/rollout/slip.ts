import { addDays, type Day, daysBetween } from '../calendar/day.js';
import { combinedShare, type PlannedPeople, planSpan } from './plan.js';

/** Where things stand on a Sunday. `actual` = share activated, 0 to 1. */
export interface Standing {
  weekEnd: Day;
  actual: number;
}

/** How far what is published leaves the share below and above its middle, both 0 or more. */
export interface Doubt {
  below: number;
  above: number;
}

/** A plan that asks for less than half a point in four weeks stands still: its days say nothing about anybody. [I] */
const standstill = 0.005 / 28;

/**
 * Days behind the plan: those from the day on which the plan reached today's share to today on which it rises; negative
 * = ahead (K08b). Between two waves, where nothing more is planned for weeks, half a point would count as many days; after
 * the end of the plan every day counts.
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
  const planned = reachedOn(parts, span, Math.min(actual, goal));
  return planned <= weekEnd ? movingDays(parts, span, planned, weekEnd) : -movingDays(parts, span, weekEnd, planned);
}

/** True where a share, 0 to 1, is all that the plans ask for in the end: nothing is late any more. */
export function isAllOf(parts: readonly PlannedPeople[], share: number): boolean {
  const span = planSpan(parts.map(({ plan }) => plan));
  const goal = span && combinedShare(parts, span.end);
  return goal !== null && goal > 0 && share >= goal - 1e-9;
}

/** Days after the first and up to the last on which the plans rise, or are over. */
function movingDays(parts: readonly PlannedPeople[], span: { end: Day }, from: Day, to: Day): number {
  let days = Math.max(0, daysBetween(from < span.end ? span.end : from, to));
  let before = combinedShare(parts, from) ?? 0;
  for (let day = addDays(from, 1); day <= to && day <= span.end; day = addDays(day, 1)) {
    const share = combinedShare(parts, day) ?? 0;
    if (share - before >= standstill) days += 1;
    before = share;
  }
  return days;
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
