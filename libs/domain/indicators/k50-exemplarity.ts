import { only28, windows28 } from './frames.js';
import { type Indicator, type Outcome } from './indicator.js';
import { share } from './outcome.js';
import { type Reading } from './reading.js';

/** Three ways of being seen on the network; K51 compares the same ones with the people who manage nobody. */
export type Presence = 'daily' | 'active' | 'contributed';

/** Of the people present, invited or not: an example that is not there is not given. */
export const presence = (reading: Reading, measure: Presence): Outcome =>
  share(reading.during(measure), reading.state('people'), reading.k);

const managers = {
  unit: 'percent',
  denominator: { fr: 'managers présents', en: 'managers present' },
  population: 'managers',
} as const;

export const dailyManagers: Indicator = {
  ...managers,
  ...only28,
  title: { fr: 'Managers présents chaque jour', en: 'Daily managers' },
  meaning: {
    fr: 'Part des managers actifs au moins 80 % de leurs jours ouvrés sur 28 jours.',
    en: 'Share of the managers active on at least 80% of their working days over 28 days.',
  },
  value: (reading) => presence(reading, 'daily'),
};

export const weeklyManagers: Indicator = {
  ...managers,
  ...windows28,
  defaultWindow: 7,
  title: { fr: 'Managers actifs dans la semaine', en: 'Weekly managers' },
  meaning: {
    fr: 'Part des managers actifs au moins une fois pendant la période.',
    en: 'Share of the managers active at least once during the period.',
  },
  value: (reading) => presence(reading, 'active'),
};

export const postingManagers: Indicator = {
  ...managers,
  ...windows28,
  title: { fr: 'Managers qui s’expriment', en: 'Posting managers' },
  meaning: {
    fr: 'Part des managers qui ont publié ou commenté au moins une fois pendant la période.',
    en: 'Share of the managers who posted or commented at least once during the period.',
  },
  value: (reading) => presence(reading, 'contributed'),
};
