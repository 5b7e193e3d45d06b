import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { earlyAmbassadors } from '../facts/roles.js';
import { worst } from '../light.js';
import { observed } from '../signal.js';
import { limits } from '../thresholds.js';

export const ambassadors: Check = {
  kind: 'action',
  title: { fr: 'Accompagner, avec des ambassadeurs en amont', en: 'Support, with ambassadors beforehand' },
  question: {
    fr: 'Y avait-il des ambassadeurs avant l’ouverture, et assez ?',
    en: 'Were there ambassadors before the opening, and enough?',
  },
  rule: {
    fr: 'Ambassadeurs avant l’ouverture, et au moins 10 % des personnes.',
    en: 'Ambassadors before the opening, and at least 10% of the people.',
  },
  source: 'S2',
  decides: [
    { signals: [earlyAmbassadors], combine: worst },
    { signals: [observed('K60', limits.coverage, asks.coverage)], combine: worst },
  ],
  beside: [
    observed('K63', null, asks.coverage),
    observed('K61', null, asks.coverage),
    observed('K62', null, asks.ambassadorHabit),
    observed('K84', limits.reached, asks.reached),
  ],
};
