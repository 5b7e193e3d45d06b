import { type Lags } from '#contract/lags.js';
import { type PlotPoint, type PlotSeries } from './plot.js';

type LagCurve = NonNullable<Lags['sides'][number]['curve']>;

const daysPerWeek = 7;

/** One line per side, week by week up to the longest time that anybody was followed; the share of a week is that at its end. */
export const lagLines = (
  sides: Lags['sides'],
  unit: Lags['unit'],
  colourOf: (position: number) => string,
): PlotSeries[] =>
  sides.flatMap(({ key, name, position, curve }) => {
    if (!curve) return [];
    const perWeek = unit === 'days' ? daysPerWeek : 1;
    const weeks = Math.floor(curve.followUp / perWeek);
    const points = Array.from({ length: weeks + 1 }, (_, week) => pointAt(curve, week * perWeek, week));
    const colour = position === null ? {} : { colour: colourOf(position) };
    return [{ key, name, role: position === null ? 'ours' : 'wave', ...colour, points } satisfies PlotSeries];
  });

function pointAt({ points, risk }: Pick<LagCurve, 'points' | 'risk'>, until: number, week: number): PlotPoint {
  const step = points.findLast(({ at }) => at <= until);
  // Followed at a moment is who was at risk when something next happened to anybody, even if only to be lost sight of.
  const followed = risk.find(({ at }) => at >= until);
  const people = { n: followed?.n ?? null, atMost: followed?.atMost ?? false };
  return step
    ? { x: week, value: step.value, low: step.low, high: step.high, ...people }
    : { x: week, value: 0, ...people };
}
