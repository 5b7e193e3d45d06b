import { fitGrowth, type GrowthFit, type GrowthPoint } from './growth-curves.js';
import { mean } from './moments.js';
import { type Draw, drawsFrom } from './random.js';

/** What may come: one share per week after the last point, the first one week after it. */
export type GrowthPath = readonly number[];

/**
 * Futures of a fitted growth: a residual bootstrap on the weekly increments (Efron & Tibshirani 1993, §9.4), because
 * cumulative shares carry their past errors along. Each path is drawn from a curve fitted to a history drawn from the
 * residuals, begins at the last share seen, and gets residuals of its own; it never falls nor passes 1. Seeded.
 */
export function growthPaths(
  points: readonly GrowthPoint[],
  fit: GrowthFit,
  { weeks, draws = 120, seed = 1 }: { weeks: number; draws?: number; seed?: number },
): GrowthPath[] {
  const draw = drawsFrom(seed);
  const residuals = residualsOf(points, fit);
  return Array.from({ length: draws }, () => {
    const history = historyOf(points, fit, residuals, draw);
    const refit = fitGrowth(history, fit.kind, fit.parameters) ?? fit;
    return futureOf(points.at(-1)!, refit, residuals, weeks, draw);
  });
}

/** Errors of the weekly increments, per root of a week, centred, and widened for the three parameters spent. */
function residualsOf(points: readonly GrowthPoint[], fit: GrowthFit): number[] {
  const errors = points.slice(1).map((point, index) => {
    const before = points[index]!;
    const expected = fit.at(point.week) - fit.at(before.week);
    return (point.share - before.share - expected) / Math.sqrt(point.week - before.week);
  });
  const [middle, spent] = [mean(errors), Math.sqrt(errors.length / Math.max(1, errors.length - 3))];
  return errors.map((error) => (error - middle) * spent);
}

function historyOf(points: readonly GrowthPoint[], fit: GrowthFit, residuals: readonly number[], draw: Draw) {
  let error = points[0]!.share - fit.at(points[0]!.week);
  return points.map(({ week }, index) => {
    if (index > 0) error += residuals[draw(residuals.length)]! * Math.sqrt(week - points[index - 1]!.week);
    return { week, share: Math.min(1, Math.max(0, fit.at(week) + error)) };
  });
}

function futureOf(last: GrowthPoint, fit: GrowthFit, residuals: readonly number[], weeks: number, draw: Draw) {
  let share = last.share;
  return Array.from({ length: weeks }, (_, ahead) => {
    const [from, to] = [fit.at(last.week + ahead), fit.at(last.week + ahead + 1)];
    // What is left to win shrinks, and with it the errors.
    const scale = fit.ceiling > 0 ? Math.min(1, Math.max(0, (fit.ceiling - from) / fit.ceiling) * 2) : 0;
    share = Math.min(1, share + Math.max(0, to - from + scale * residuals[draw(residuals.length)]!));
    return share;
  });
}
