import { lifeBins } from '../communities/lag-bins.js';
import { amountOf, survivalOf, type Waiting } from '../communities/waiting.js';
import { happenedBy } from '../statistics/survival.js';
import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { masked, undefinedFor } from './outcome.js';
import { type Reading } from './reading.js';

/** Twenty weeks: the five months at which a published panel finds half of the groups inactive. */
export const survivalWeeks = 20;

/** Ages of groups as published; null where they are not. */
export function livesOf(reading: Reading): Waiting | null {
  const read = (kind: 'died' | 'left' | 'came') =>
    lifeBins.from.map((_, bin) => reading.during(`life_${kind}_${bin}`)).filter((interval) => interval !== null);
  const [happened, waited, entered] = [read('died'), read('left'), read('came')];
  const whole = [happened, waited, entered].every(({ length }) => length === lifeBins.from.length);
  return whole ? { bins: lifeBins, happened, waited, entered } : null;
}

// Archived by decision is no death; neither is being young.
export const survival: Indicator = {
  title: { fr: 'Groupes encore vivants à 20 semaines', en: 'Groups still alive at 20 weeks' },
  meaning: {
    fr: 'Part des groupes qui, 20 semaines après leur création, n’ont pas connu 28 jours de suite sans message (Kaplan–Meier).',
    en: 'Share of the groups that, 20 weeks after their creation, have not had 28 days in a row without a message (Kaplan–Meier).',
  },
  unit: 'percent',
  ...only28,
  denominator: { fr: 'groupes suivis depuis leur création', en: 'groups followed since their creation' },
  value: (reading) => {
    const lives = livesOf(reading);
    if (!lives) return masked('not_published');
    const groups = [...lives.happened, ...lives.waited].reduce((sum, bin) => sum + amountOf(bin), 0);
    if (groups === 0) return undefinedFor();
    const { value, low, high } = happenedBy(survivalOf(lives), survivalWeeks);
    return {
      ...{ numerator: null, denominator: null, value: 1 - value, low: 1 - high, high: 1 - low },
      ...{ n: groups, shown: 'value' },
    };
  },
};
