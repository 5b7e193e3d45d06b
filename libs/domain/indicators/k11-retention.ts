import { type Day } from '../calendar/day.js';
import { type Indicator } from './indicator.js';
import { share, undefinedFor } from './outcome.js';

export const retention: Indicator = {
  title: { fr: 'Fidélité par semaine d’arrivée', en: 'Retention by week of arrival' },
  meaning: {
    fr: 'Parmi les personnes actives pour la première fois une semaine donnée, part de celles qui le sont un nombre de semaines plus tard. Les semaines lues ensemble comptent depuis la dernière.',
    en: 'Of the people first active in a given week, the share who are active a number of weeks later. Weeks read together count from the last.',
  },
  unit: 'percent',
  frame: 'cohort',
  windows: [],
  defaultWindow: null,
  denominator: { fr: 'personnes arrivées cette semaine-là', en: 'people who arrived that week' },
  value: ({ cohort, k }) => (cohort ? share(cohort.active, cohort.people, k) : undefinedFor()),
};

/** `begins`: the Monday on which the history begins. Its first week holds whoever was there before it, and nobody's arrival. */
export const isBeginning = ({ cohort }: { cohort?: Day | undefined }, begins: Day | null): boolean =>
  cohort !== undefined && begins !== null && cohort <= begins;
