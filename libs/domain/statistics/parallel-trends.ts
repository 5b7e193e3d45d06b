import { differenceOfChanges } from './difference-in-differences.js';
import { mean, sum } from './moments.js';
import { type Estimate } from './two-proportions.js';

// Fewer points say nothing of a trend (kpis M7).
export const fewestPriorWeeks = 4;

export interface ParallelTrends {
  weeks: number;
  /** Slope of the treated less that of the controls, per week, with its 95 % interval. */
  drift: Estimate;
  /** False = they were moving apart already: the difference-in-differences is refused. True proves little with few weeks. */
  parallel: boolean;
}

/**
 * Whether treated and control entities moved alike in the weeks before: a straight line through the weekly rates of each
 * entity, then Welch's interval of the difference of the slopes (kpis M7; pre-trends as in Angrist & Pischke 2009, §5.2).
 * Rows: entities; columns: the same consecutive weeks, oldest first. Null with fewer than four weeks, fewer than two
 * entities on a side, or when nothing varies.
 */
export function parallelTrends(
  treated: readonly (readonly number[])[],
  control: readonly (readonly number[])[],
): ParallelTrends | null {
  const weeks = Math.min(...[...treated, ...control].map((rates) => rates.length));
  if (!(weeks >= fewestPriorWeeks) || weeks === Infinity) return null;
  const slopes = (entities: readonly (readonly number[])[]) => entities.map((rates) => slopeOf(rates.slice(-weeks)));
  const drift = differenceOfChanges(slopes(treated), slopes(control));
  if (!drift) return null;
  return { weeks, drift, parallel: drift.low <= 0 && drift.high >= 0 };
}

/** Change per step of a straight line by least squares; at least two points. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const level = mean(values);
  const squares = sum(values.map((_, at) => (at - middle) ** 2));
  return sum(values.map((value, at) => (at - middle) * (value - level))) / squares;
}
