import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

// Only those whose fourteen days are over, as for activation.
export const return14d: Indicator = {
  title: { fr: 'Retour dans les 14 jours', en: 'Return within 14 days' },
  meaning: {
    fr: 'Parmi les personnes dont le quatorzième jour après la première connexion tombe dans la période, part de celles qui sont revenues.',
    en: 'Of the people whose fourteenth day after the first sign-in falls in the period, the share who came back.',
  },
  unit: 'percent',
  frame: 'window',
  windows: [28, 91],
  defaultWindow: 28,
  denominator: {
    fr: 'personnes connectées pour la première fois 14 jours avant',
    en: 'people who first signed in 14 days before',
  },
  value: (reading) => share(reading.during('returned'), reading.during('due_return'), reading.k),
};
