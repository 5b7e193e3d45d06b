import { curveOf } from '../lags/curve.js';
import { type LagKind } from '../lags/lag.js';
import { centreOf } from '../statistics/interval.js';
import { type Outcome } from './indicator.js';
import { masked, undefinedFor } from './outcome.js';
import { type Reading } from './reading.js';

/**
 * Kaplan–Meier time by which something has happened to half of those it could happen to, in days (of habits: weeks), with
 * the 95 % interval of Brookmeyer & Crowley (1982). Whoever left or still waits counts until last seen.
 */
export function medianTime({ lags, k }: Reading, kind: LagKind): Outcome {
  if (!lags) return masked('not_published');
  const curve = curveOf(kind, lags);
  if (!curve) return undefinedFor();
  if (curve.people.low < k) return masked('too_few_eligible');
  const n = centreOf(curve.people);
  const { value, low, high } = curve.median;
  if (value === null) return { ...undefinedFor('median_not_reached'), n };
  return { numerator: null, denominator: null, value, low, high, n, shown: 'value' };
}
