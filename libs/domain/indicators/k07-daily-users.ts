import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { shareOfActivated } from './outcome.js';

export const dailyUsers: Indicator = {
  title: { fr: 'Utilisateurs quotidiens observés', en: 'Daily users, observed' },
  meaning: {
    fr: 'Parmi les personnes activées, part de celles actives au moins 80 % de leurs jours ouvrés sur 28 jours.',
    en: 'Of the people activated, the share active on at least 80% of their working days over 28 days.',
  },
  unit: 'percent',
  ...only28,
  denominator: { fr: 'personnes activées', en: 'people activated' },
  value: (reading) => shareOfActivated(reading, reading.during('daily')),
};
