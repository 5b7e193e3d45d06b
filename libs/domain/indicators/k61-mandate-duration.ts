import { state } from './frames.js';
import { type Indicator } from './indicator.js';
import { exactShare } from './outcome.js';

// Declared mandates only; those that have ended are no longer in it.
export const mandateDuration: Indicator = {
  title: {
    fr: 'Ambassadeurs entre trois et six mois de mission',
    en: 'Ambassadors three to six months into their mission',
  },
  meaning: {
    fr: 'Parmi les ambassadeurs en mission, part de ceux qui le sont depuis trois à six mois, durée conseillée pendant un pilote.',
    en: 'Of the ambassadors in office, the share who have been for three to six months, the length recommended during a pilot.',
  },
  unit: 'percent',
  ...state,
  denominator: { fr: 'ambassadeurs en mission', en: 'ambassadors in office' },
  value: (reading) => exactShare(reading.state('in_term'), reading.state('ambassadors')),
};
