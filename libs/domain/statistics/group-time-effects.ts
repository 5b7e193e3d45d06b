import { zOf } from './distributions.js';
import { sum, variance } from './moments.js';
import { drawsFrom, resample } from './random.js';
import { type Estimate } from './two-proportions.js';

/** One entity: when its wave opened, and its rate in every period. */
export interface Panel {
  /** Index of the first period after the opening; null = not within the periods. */
  group: number | null;
  outcomes: readonly number[];
  /** People, or 1 for one voice per entity. */
  weight: number;
}

export interface GroupTimeEffect extends Estimate {
  group: number;
  period: number;
  /** Periods since the opening; negative = before it, where an effect means that trends were not parallel. */
  since: number;
  entities: number;
  controls: number;
  standardError: number;
}

export interface GroupTimeEffects {
  effects: GroupTimeEffect[];
  /** Mean over groups by periods since opening, groups weighted by their size. */
  bySince: (Estimate & { since: number; standardError: number })[];
  /** Mean of all effects after opening, groups weighted by their size. Null when none can be estimated. */
  overall: (Estimate & { standardError: number }) | null;
}

type Point = Pick<GroupTimeEffect, 'group' | 'period' | 'since' | 'entities' | 'controls' | 'value'> & { size: number };

const z95 = zOf(0.95);

/**
 * Effects of openings that come in waves, by wave and period, each against entities not yet opened (Callaway &
 * Sant'Anna 2021, eq. 2.8 without covariates; before opening the base is the period before, after it the last one before
 * opening; kpis M7). Standard errors by resampling whole entities, seeded; normal 95 % intervals. Weeks at which no entity
 * is left to compare with give nothing. Two-way fixed effects would compare with entities that have opened already.
 */
export function groupTimeEffects(panels: readonly Panel[], { seed = 1, draws = 499 } = {}): GroupTimeEffects {
  const points = effectsOf(panels);
  const draw = drawsFrom(seed);
  const drawn = Array.from({ length: draws }, () => effectsOf(resample(panels, draw)));
  const around = (value: number, of: (sample: readonly Point[]) => number | null) => {
    const values = drawn.flatMap((sample) => of(sample) ?? []);
    const standardError = values.length > 1 ? Math.sqrt(variance(values)) : NaN;
    return { value, low: value - z95 * standardError, high: value + z95 * standardError, standardError };
  };
  const sinces = [...new Set(points.map(({ since }) => since))].sort((a, b) => a - b);
  const overall = meanOf(points.filter(({ since }) => since >= 0));
  return {
    effects: points.map(({ size: _, ...point }) => ({
      ...point,
      ...around(
        point.value,
        (sample) => sample.find((one) => one.group === point.group && one.period === point.period)?.value ?? null,
      ),
    })),
    bySince: sinces.map((since) => {
      const at = (sample: readonly Point[]) => meanOf(sample.filter((one) => one.since === since));
      return { since, ...around(at(points)!, at) };
    }),
    overall: overall === null ? null : around(overall, (sample) => meanOf(sample.filter(({ since }) => since >= 0))),
  };
}

function effectsOf(panels: readonly Panel[]): Point[] {
  const periods = Math.min(...panels.map(({ outcomes }) => outcomes.length));
  const groups = [...new Set(panels.flatMap(({ group }) => group ?? []))].filter(
    (group) => group > 0 && group < periods,
  );
  const points: Point[] = [];
  for (const group of groups.sort((a, b) => a - b)) {
    const members = panels.filter((panel) => panel.group === group);
    for (let period = 1; period < periods; period++) {
      const base = period < group ? period - 1 : group - 1;
      const controls = panels.filter((panel) => panel.group !== group && (panel.group ?? Infinity) > period);
      if (controls.length === 0) continue;
      const value = changeOf(members, base, period) - changeOf(controls, base, period);
      const size = sum(members.map(({ weight }) => weight));
      points.push({
        ...{ group, period, since: period - group, value, size },
        ...{ entities: members.length, controls: controls.length },
      });
    }
  }
  return points;
}

const changeOf = (panels: readonly Panel[], from: number, to: number): number =>
  sum(panels.map(({ outcomes, weight }) => weight * (outcomes[to]! - outcomes[from]!))) /
  sum(panels.map(({ weight }) => weight));

function meanOf(points: readonly Point[]): number | null {
  const size = sum(points.map((point) => point.size));
  return size > 0 ? sum(points.map((point) => point.size * point.value)) / size : null;
}
