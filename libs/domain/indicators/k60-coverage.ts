import { state } from './frames.js';
import { type Indicator } from './indicator.js';
import { exactShare } from './outcome.js';

/** What the field recommends: ambassadors among people. Guidance, not a law: pilots have succeeded below it. */
export const coverageBand = { low: 0.1, high: 0.2 } as const;

// Declared roles over headcount, hence exact at any size: nobody's activity is in it, and no k applies.
export const ambassadorCoverage: Indicator = {
  title: { fr: 'Taux de couverture des ambassadeurs', en: 'Ambassador coverage' },
  meaning: {
    fr: 'Ambassadeurs en mission, rapportés à l’effectif. Fourchette conseillée : 10 à 20 %.',
    en: 'Ambassadors in office among the people present. Recommended band: 10 to 20%.',
  },
  unit: 'percent',
  ...state,
  denominator: { fr: 'effectif présent', en: 'people present' },
  value: (reading) => exactShare(reading.state('ambassadors'), reading.state('people')),
};
