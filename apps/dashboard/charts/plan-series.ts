import { type CurvePoint } from '#contract/rollout.js';
import { centreOf } from '#domain/statistics/interval.js';
import { type Told } from '../ui/table-of.js';
import { type TimeSeries } from './TimeChart.js';

/** Longest cadence of publication, in days: small places tell every four weeks. */
const cadence = 28;

/** The declared plan dashed, what happened as our line; the interval only where it is asked for. */
export function planSeries(
  curve: readonly CurvePoint[],
  names: { plan: string; actual: string },
  withInterval: boolean,
): TimeSeries[] {
  const planned = curve.some(({ plan }) => plan !== null);
  const plan: TimeSeries = {
    key: 'plan',
    name: names.plan,
    role: 'plan',
    points: curve.map(({ weekEnd, plan: value }) => ({ weekEnd, value })),
  };
  const actual: TimeSeries = {
    key: 'actual',
    name: names.actual,
    role: 'ours',
    bridge: cadence,
    points: curve.map(({ weekEnd, actual: value, low, high }) =>
      withInterval ? { weekEnd, value, low, high } : { weekEnd, value },
    ),
  };
  return planned ? [plan, actual] : [actual];
}

/** The last week whose actual share is known, with what was planned for it. */
export const lastKnown = (curve: readonly CurvePoint[]) => curve.findLast(({ actual }) => actual !== null);

/** A point as it leaves the page: over the people who were planned that week, and not those of the last one. */
export const toldPoint = ({ actual, low, high, numerator, denominator, weekEnd }: CurvePoint): Told => ({
  ...{ value: actual, low, high, numerator, denominator, asOf: weekEnd },
  n: denominator && centreOf(denominator),
});
