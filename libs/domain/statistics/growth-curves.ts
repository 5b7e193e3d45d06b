import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { sum } from './moments.js';

export type CurveKind = 'logistic' | 'bass';

/** Cumulative share, 0 to 1, so many weeks after the beginning (not necessarily whole, ≥ 0). */
export interface GrowthPoint {
  week: number;
  share: number;
}

export interface GrowthFit {
  kind: CurveKind;
  /** Share at which the curve levels off, 0 to 1. */
  ceiling: number;
  /** Ceiling first, then r and t0 (logistic) or p and q (Bass), in weeks. */
  parameters: Parameters;
  /** Week of the fastest growth; not above 0 for a curve that only slows down. */
  inflexion: number;
  squares: number;
  at: (week: number) => number;
}

type Parameters = readonly number[];

interface Shape {
  curve: (parameters: Parameters) => (week: number) => number;
  /** How the curve moves with each parameter. */
  slopes: (parameters: Parameters) => (week: number) => number[];
  inflexion: (parameters: Parameters) => number;
  starts: (points: readonly GrowthPoint[], ceiling: number) => number[][];
  least: Parameters;
  most: Parameters;
}

const middleOf = (points: readonly GrowthPoint[], ceiling: number) =>
  points.find(({ share }) => share >= ceiling / 2)?.week ?? points.at(-1)!.week;

const shapes: Record<CurveKind, Shape> = {
  /** K / (1 + exp(−r (t − t0))), symmetric about t0 (Verhulst 1838; kpis K09). */
  logistic: {
    curve:
      ([ceiling = 0, rate = 0, middle = 0]) =>
      (week) =>
        ceiling / (1 + Math.exp(-rate * (week - middle))),
    slopes: ([ceiling = 0, rate = 0, middle = 0]) => {
      return (week) => {
        const part = 1 / (1 + Math.exp(-rate * (week - middle)));
        const steep = ceiling * part * (1 - part);
        return [part, steep * (week - middle), -steep * rate];
      };
    },
    inflexion: ([, , middle = 0]) => middle,
    starts: (points, ceiling) => [0.15, 0.5, 1.2].map((rate) => [ceiling, rate, middleOf(points, ceiling)]),
    least: [0, 0.01, -52],
    most: [1, 6, 260],
  },
  /** K (1 − e^−(p+q)t) / (1 + (q/p) e^−(p+q)t): some start by themselves (p), others after them (q) (Bass 1969). */
  bass: {
    curve: ([ceiling = 0, p = 0, q = 0]) => {
      return (week) => {
        const left = Math.exp(-(p + q) * Math.max(0, week));
        return (ceiling * (1 - left)) / (1 + (q / p) * left);
      };
    },
    slopes: ([ceiling = 0, p = 0, q = 0]) => {
      return (week) => {
        const left = Math.exp(-(p + q) * Math.max(0, week));
        const below = 1 + (q / p) * left;
        const both = ((1 + q / p) * Math.max(0, week) * left) / below ** 2;
        const one = ((1 - left) * left) / below ** 2;
        return [(1 - left) / below, ceiling * (both + (one * q) / p ** 2), ceiling * (both - one / p)];
      };
    },
    inflexion: ([, p = 0, q = 0]) => (q > 0 ? Math.log(q / p) / (p + q) : 0),
    starts: (points, ceiling) => {
      const middle = Math.max(0.5, middleOf(points, ceiling));
      return [
        [ceiling, 0.02, 3 / middle],
        [ceiling, Math.log(2) / middle, 0.05],
      ];
    },
    least: [0, 1e-5, 0],
    most: [1, 6, 6],
  },
};

/**
 * Least-squares fit of a growth curve (Levenberg–Marquardt). With parameters of an earlier fit it starts from there.
 * The ceiling lies between the highest share seen and 1. Null with fewer than four points or nothing to see.
 */
export function fitGrowth(points: readonly GrowthPoint[], kind: CurveKind, from?: readonly number[]): GrowthFit | null {
  const highest = Math.max(...points.map(({ share }) => share));
  if (points.length < 4 || !(highest > 0)) return null;
  const { curve, slopes, inflexion, starts, least, most } = shapes[kind];
  const data = { x: points.map(({ week }) => week), y: points.map(({ share }) => share) };
  const squaresOf = (parameters: Parameters) => {
    const at = curve(parameters);
    return sum(points.map(({ week, share }) => (share - at(week)) ** 2));
  };
  const options = {
    ...{ minValues: [Math.min(highest, 1), ...least.slice(1)], maxValues: [...most] },
    ...{ jacobianFunction: slopes, maxIterations: from ? 5 : 40, errorTolerance: 1e-12 },
  };
  const tried = (from ? [[...from]] : starts(points, Math.min(1, highest * 1.02))).flatMap((initialValues) => {
    try {
      const { parameterValues } = levenbergMarquardt(data, curve, { ...options, initialValues });
      return { parameters: parameterValues, squares: squaresOf(parameterValues) };
    } catch {
      // A start from which no step can be taken: the package finds its matrix singular. The other starts decide.
      return [];
    }
  });
  const best = tried.filter(({ squares }) => Number.isFinite(squares)).sort((a, b) => a.squares - b.squares)[0];
  if (!best) return null;
  const { parameters, squares } = best;
  return {
    kind,
    ceiling: parameters[0]!,
    parameters,
    inflexion: inflexion(parameters),
    squares,
    at: curve(parameters),
  };
}

/** The better of both curves: as many parameters each, so that the squares decide. */
export function bestGrowth(points: readonly GrowthPoint[]): GrowthFit | null {
  const fits = (['logistic', 'bass'] as const).flatMap((kind) => fitGrowth(points, kind) ?? []);
  return fits.sort((a, b) => a.squares - b.squares)[0] ?? null;
}

/** Weeks from 5 % to 95 % of the ceiling on a logistic curve: 2 ln 19 / r; r > 0 per week (kpis K09). */
export const riseWeeks = (rate: number): number => (2 * Math.log(19)) / rate;
