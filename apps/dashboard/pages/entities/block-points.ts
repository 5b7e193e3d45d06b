import { endsBlock } from '#domain/calendar/day.js';
import { type TimePoint } from '../../charts/TimeChart.js';
import { addDays, type Day } from '../../format/iso-week.js';

const blockWeeks = 4;

/**
 * Small places publish once per four weeks. A window speaks of the weeks before its Sunday, a state of those after it:
 * the value of a block's end is drawn flat over the weeks that it speaks of, and no further; nor over weeks before `begins`,
 * of which nothing is known.
 */
export function overBlocks(
  points: readonly TimePoint[],
  frame: 'window' | 'state',
  begins: Day | null = null,
): TimePoint[] {
  const last = points.at(-1)?.weekEnd;
  if (last === undefined) return [];
  const known = new Map(points.map((point) => [point.weekEnd, point]));
  const direction = frame === 'window' ? -7 : 7;
  for (const point of points) {
    if (!endsBlock(point.weekEnd)) continue;
    for (let week = 1; week < blockWeeks; week++) {
      const weekEnd = addDays(point.weekEnd, direction * week);
      if (known.has(weekEnd) || weekEnd > last || (begins !== null && weekEnd < begins)) break;
      known.set(weekEnd, { ...point, weekEnd });
    }
  }
  return [...known.values()].sort((a, b) => a.weekEnd.localeCompare(b.weekEnd));
}
