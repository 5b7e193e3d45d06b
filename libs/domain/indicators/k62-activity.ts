import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

// Of all in office, those who have just begun included: a mission that does not take is seen, not left out.
export const habitualAmbassadors: Indicator = {
  title: { fr: 'Ambassadeurs à l’usage régulier', en: 'Ambassadors in regular use' },
  meaning: {
    fr: 'Parmi les ambassadeurs en mission, part de ceux qui ont agi pendant 9 des 12 dernières semaines au moins. Montré à partir de dix ; en dessous, leur compte rendu volontaire.',
    en: 'Of the ambassadors in office, the share who did something in at least 9 of the last 12 weeks. Shown from ten upward; below, their own voluntary report.',
  },
  unit: 'percent',
  ...{ frame: 'window', windows: [28, 84], defaultWindow: 84 },
  population: 'ambassadors',
  denominator: { fr: 'ambassadeurs en mission', en: 'ambassadors in office' },
  value: (reading) => share(reading.during('habitual'), reading.state('people'), reading.k),
};
