import { atMost } from '../statistics/interval.js';
import { windows28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

export const contributors: Indicator = {
  title: { fr: 'Personnes qui publient', en: 'Contributors' },
  meaning: {
    fr: 'Parmi les personnes activées, part de celles qui ont publié au moins un message pendant la période.',
    en: 'Of the people activated, the share who published at least one post during the period.',
  },
  unit: 'percent',
  ...windows28,
  denominator: { fr: 'personnes activées', en: 'people activated' },
  value: (reading) => {
    const activated = reading.state('activated');
    return share(atMost(reading.during('posted'), activated), activated, reading.k);
  },
};
