import { type SummaryNumber } from '#contract/summary.js';

export interface Change {
  trend: 'up' | 'down' | 'stable';
  /** As a share; null where only the word may be said. */
  points: number | null;
  since: string;
}

// Under sixty people a trend is a word, never a difference.
const fewestForPoints = 60;

/** How a number moved, as far as it may be told; null without anything before. */
export function changeOf({ now, before, beforeEnd, trend }: SummaryNumber): Change | null {
  if (trend === 'unknown' || beforeEnd === null || now.value === null || before?.value == null) return null;
  const small = (now.n ?? 0) < fewestForPoints || (before.n ?? 0) < fewestForPoints;
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
  if (trend === 'stable' || (points !== null && Math.abs(points) < 0.01)) return undefined;
  return trend === 'up' ? 'good' : 'attention';
}
