import { shareOfBase } from './base.js';
import { windows28 } from './frames.js';
import { type Indicator } from './indicator.js';

// A like or a comment, as the field counts it: posting alone is not answering others.
export const engagement: Indicator = {
  title: { fr: 'Taux d’engagement', en: 'Engagement rate' },
  meaning: {
    fr: 'Part des personnes qui ont laissé au moins un « j’aime » ou un commentaire pendant la période.',
    en: 'Share of the people who left at least one like or comment during the period.',
  },
  unit: 'percent',
  ...windows28,
  denominator: 'base',
  beside: ['invited', 'opened'],
  value: (reading) => shareOfBase(reading, 'engaged'),
};
