import { shareOfBase } from './base.js';
import { windows28, windows365 } from './frames.js';
import { type Indicator } from './indicator.js';

const connection: Omit<Indicator, 'title' | 'frame' | 'windows' | 'defaultWindow'> = {
  meaning: {
    fr: 'Part des personnes qui se sont connectées au moins une fois pendant la période.',
    en: 'Share of the people who signed in at least once during the period.',
  },
  unit: 'percent',
  denominator: 'base',
  beside: ['invited', 'opened'],
  value: (reading) => shareOfBase(reading, 'login'),
};

export const connection365d: Indicator = {
  title: { fr: 'Taux de connexion sur un an', en: 'Connection rate over a year' },
  ...windows365,
  ...connection,
};

export const connection28d: Indicator = {
  title: { fr: 'Taux de connexion sur 28 jours', en: '28-day connection rate' },
  ...windows28,
  ...connection,
};
