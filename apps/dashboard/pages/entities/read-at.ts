import { type TimePoint } from '../../charts/TimeChart.js';
import { type ReadingLevel } from '../../ui/reading-level.js';

/** Below this many people, windows of four weeks and states are published at block ends only. */
export const publishedWeekly = 200;

/** Simple reading draws the line; experts see how far it could be from the truth. */
export const readAt = (level: ReadingLevel, points: TimePoint[]): TimePoint[] =>
  level === 'expert' ? points : points.map(({ low: _, high: __, ...point }) => point);
