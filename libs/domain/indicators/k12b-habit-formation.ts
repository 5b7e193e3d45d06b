import { lag } from './frames.js';
import { type Indicator } from './indicator.js';
import { medianTime } from './median-time.js';

// Always over twelve weeks: over four everybody would be habitual in their fourth week.
export const habitFormation: Indicator = {
  title: { fr: 'Semaine où l’habitude se forme', en: 'Habit formation week' },
  meaning: {
    fr: 'Nombre de semaines après l’activation au bout duquel la moitié des personnes ont agi pendant neuf semaines sur douze.',
    en: 'Weeks after activation by which half of the people have done something in nine weeks of twelve.',
  },
  unit: 'weeks',
  ...lag,
  lag: 'habit',
  denominator: { fr: 'personnes qui ont activé leur compte', en: 'people who have activated their account' },
  value: (reading) => medianTime(reading, 'habit'),
};
