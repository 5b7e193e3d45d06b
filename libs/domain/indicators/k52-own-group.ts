import { centreOf } from '../statistics/interval.js';
import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { masked, undefinedFor } from './outcome.js';

// Never read alone: with hierarchical enclosure (K53) and the cross-entity rate (K31).
export const ownGroupUplift: Indicator = {
  title: { fr: 'Effet du groupe de son manager', en: 'Own-group uplift' },
  meaning: {
    fr: 'Combien de fois plus les membres agissent dans le groupe créé par leur propre manager que dans celui d’un autre manager, à durée égale, sur 28 jours. Les actes du manager ne comptent pas.',
    en: 'How many times more members act in the group created by their own manager than in that of another manager, for the same time, over 28 days. The manager’s own acts do not count.',
  },
  unit: 'ratio',
  ...only28,
  population: 'managers',
  denominator: {
    fr: 'actes par membre et par semaine chez les autres managers',
    en: 'acts per member and week with other managers',
  },
  value: (reading) => {
    const read = ['founders', 'own_actions', 'own_weeks', 'other_actions', 'other_weeks'] as const;
    const [founders, ownActions, ownWeeks, otherActions, otherWeeks] = read.map((measure) => reading.during(measure));
    if (!founders || !ownActions || !ownWeeks || !otherActions || !otherWeeks) return masked('not_published');
    const [own, other] = [centreOf(ownActions) / centreOf(ownWeeks), centreOf(otherActions) / centreOf(otherWeeks)];
    if (ownWeeks.low <= 0 || otherWeeks.low <= 0 || otherActions.low <= 0) return undefinedFor('not_computable');
    // A bootstrap over managers, made where they are counted: published counts are sums, which cannot be resampled.
    const interval = reading.during('uplift');
    return {
      ...{ numerator: ownActions, denominator: ownWeeks, value: own / other },
      ...{ low: interval?.low ?? null, high: interval?.high ?? null, n: centreOf(founders), shown: 'value' },
      ...(interval ? {} : { note: 'interval_unknown' as const }),
      against: { numerator: otherActions, denominator: otherWeeks },
    };
  },
};
