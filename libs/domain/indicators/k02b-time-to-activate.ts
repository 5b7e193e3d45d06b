import { lag } from './frames.js';
import { type Indicator } from './indicator.js';
import { medianTime } from './median-time.js';

// Those who have not activated count as waiting: a median over those who have would flatter.
export const timeToActivate: Indicator = {
  title: { fr: 'Délai médian d’activation', en: 'Median time to activate' },
  meaning: {
    fr: 'Nombre de jours après l’invitation au bout duquel la moitié des personnes invitées ont activé leur compte ; celles qui attendent encore ou sont parties comptent jusqu’à leur dernier jour.',
    en: 'Days after the invitation by which half of the people invited have activated their account; those who still wait, or left, count until their last day.',
  },
  unit: 'days',
  ...lag,
  lag: 'activation',
  denominator: { fr: 'personnes invitées', en: 'people invited' },
  value: (reading) => medianTime(reading, 'activation'),
};
