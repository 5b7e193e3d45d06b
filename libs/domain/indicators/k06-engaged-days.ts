import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { shareOfActivated } from './outcome.js';

// Directories name no share of working time: part-timers are measured by the same ten days.
export const engagedDays: Indicator = {
  title: { fr: 'Personnes actives 10 jours ou plus', en: 'People active on 10 days or more' },
  meaning: {
    fr: 'Parmi les personnes activées, part de celles actives au moins 10 jours différents sur 28.',
    en: 'Of the people activated, the share active on at least 10 distinct days of 28.',
  },
  unit: 'percent',
  ...only28,
  denominator: { fr: 'personnes activées', en: 'people activated' },
  value: (reading) => shareOfActivated(reading, reading.during('engaged_days')),
};
