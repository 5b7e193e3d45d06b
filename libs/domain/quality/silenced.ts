import { indicatorKeys, indicatorOf, type IndicatorKey } from '../indicators/catalogue.js';
import { evidenceOf } from '../indicators/evidence.js';
import { type Measurability, measurableWith, type Told } from '../indicators/measurable.js';

/** An indicator that the sources of an organisation leave without what it is made of. */
export interface Silenced extends Measurability {
  indicator: IndicatorKey;
}

/** Which indicators cannot be measured, or only in part, with all that was told; the impossible ones first. */
export function silencedBy(told: Told): Silenced[] {
  const judged = indicatorKeys.map((indicator) => ({
    indicator,
    ...measurableWith(evidenceOf(indicatorOf(indicator)), told),
  }));
  return [...judged.filter(({ how }) => how === 'not'), ...judged.filter(({ how }) => how === 'partly')];
}
