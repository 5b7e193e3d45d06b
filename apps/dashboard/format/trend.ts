import { type Interval } from '#domain/statistics/interval.js';

export type Trend = 'up' | 'down' | 'stable';

const step = (before: Interval, after: Interval) => {
  if (after.low > before.high) return { direction: 1, apart: true };
  if (after.high < before.low) return { direction: -1, apart: true };
  return { direction: Math.sign(after.low + after.high - before.low - before.high), apart: false };
};

/** Oldest first. Says up or down only when the last two bands do not touch, or moved the same way twice. */
export function trendOf(bands: Interval[]): Trend {
  const [earlier, before, last] = [bands.at(-3), bands.at(-2), bands.at(-1)];
  if (!before || !last) return 'stable';
  const now = step(before, last);
  const confirmed = now.apart || (earlier !== undefined && step(earlier, before).direction === now.direction);
  if (!confirmed || now.direction === 0) return 'stable';
  return now.direction > 0 ? 'up' : 'down';
}
