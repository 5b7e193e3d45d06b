import { type SummaryNumber } from '#contract/summary.js';
import { percentFrom } from '#domain/indicators/count-reading.js';
import { changeEnds, countedEnds, type Ends } from '#domain/indicators/told.js';

/** `points` as a share; null where only the word may be said. `open`: all that publication leaves of an unclear one. */
export type Change = { since: string } & (
  | { trend: 'up' | 'down' | 'stable'; points: number | null }
  | { trend: 'unclear'; points: null; open: Ends }
);

/** How a number moved, as far as it may be told; null without anything before. */
export function changeOf({ now, before, beforeEnd, trend }: SummaryNumber): Change | null {
  if (trend === 'unknown' || beforeEnd === null || now.value === null || before?.value == null) return null;
  // Where people are not told as a percentage, a trend is a word, never a difference.
  const small = (now.n ?? 0) < percentFrom || (before.n ?? 0) < percentFrom;
  if (trend === 'unclear') {
    const [from, to] = [countedEnds(before), countedEnds(now)];
    return from && to && !small ? { trend, points: null, open: changeEnds(from, to), since: beforeEnd } : null;
  }
  const points = trend === 'stable' || small ? null : now.value - before.value;
  return { trend, points, since: beforeEnd };
}

/** Values for a small picture. A state is only published at some week ends: those stand side by side. */
export function pastOf({ past, window }: SummaryNumber): (number | null)[] {
  const values = past.map(({ value }) => value);
  return window === null ? values.filter((value) => value !== null) : values;
}

/** Colour is for a change of a point at least: below, the number may speak for itself. */
export function toneOf({ trend, points }: Change): 'good' | 'attention' | undefined {
  if (trend === 'stable' || trend === 'unclear' || (points !== null && Math.abs(points) < 0.01)) return undefined;
  return trend === 'up' ? 'good' : 'attention';
}
