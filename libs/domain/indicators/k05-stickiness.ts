import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { shareOfDays } from './outcome.js';

// Working days only: with weekends in it, a whole office present every day would reach five sevenths.
export const stickiness: Indicator = {
  title: { fr: 'Assiduité', en: 'Stickiness' },
  meaning: {
    fr: 'Parmi les personnes connectées sur 28 jours, part moyenne de celles qui se connectent un jour ouvré donné.',
    en: 'Of the people who signed in over 28 days, the average share who sign in on a given working day.',
  },
  unit: 'ratio',
  ...only28,
  denominator: { fr: 'jours ouvrés des personnes connectées', en: 'working days of the people who signed in' },
  value: (reading) =>
    shareOfDays(reading.during('login_days'), reading.during('login_exposure'), reading.during('login')),
};
