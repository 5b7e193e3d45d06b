import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { shareOfDays } from './outcome.js';

// Day by day: who came or left within the window weighs only for the days on which they were there.
export const dailyActive: Indicator = {
  title: { fr: 'Taux d’activité quotidienne', en: 'Daily active rate' },
  meaning: {
    fr: 'Un jour ouvré donné, part moyenne des personnes présentes, invitées ou activées, qui sont actives.',
    en: 'On a given working day, the average share of the people present, invited or activated, who are active.',
  },
  unit: 'percent',
  ...only28,
  denominator: {
    fr: 'jours ouvrés de présence depuis l’invitation',
    en: 'working days of presence since the invitation',
  },
  value: (reading) => shareOfDays(reading.during('exposed_active_days'), reading.during('exposed_days'), null),
};
