import { less } from '../statistics/interval.js';
import { state } from './frames.js';
import { type Indicator } from './indicator.js';
import { exactShare } from './outcome.js';
import { type StateMeasure } from './reading.js';

const without = (known: StateMeasure, served: StateMeasure): Indicator['value'] => {
  return (reading) => exactShare(less(reading.state(known), reading.state(served)), reading.state(known));
};

// Declared roles over the directory, hence exact at any size.
export const withoutAmbassador: Indicator = {
  title: { fr: 'Personnes sans ambassadeur dans leur entité', en: 'People without an ambassador in their entity' },
  meaning: {
    fr: 'Part de l’effectif dont l’entité n’a aucun ambassadeur en mission.',
    en: 'Share of the people whose entity has no ambassador in office.',
  },
  unit: 'percent',
  ...state,
  denominator: { fr: 'effectif présent', en: 'people present' },
  value: without('people', 'entity_served'),
};

/** Undefined where the directory names no site. */
export const withoutAmbassadorOnSite: Indicator = {
  ...withoutAmbassador,
  title: { fr: 'Personnes sans ambassadeur sur leur site', en: 'People without an ambassador on their site' },
  meaning: {
    fr: 'Part des personnes dont le site n’a aucun ambassadeur en mission.',
    en: 'Share of the people whose site has no ambassador in office.',
  },
  denominator: { fr: 'personnes dont le site est connu', en: 'people whose site is known' },
  value: without('site_known', 'site_served'),
};

/** Undefined where the directory names no trade. */
export const withoutAmbassadorInTrade: Indicator = {
  ...withoutAmbassador,
  title: { fr: 'Personnes sans ambassadeur dans leur métier', en: 'People without an ambassador in their trade' },
  meaning: {
    fr: 'Part des personnes dont le métier n’a aucun ambassadeur en mission.',
    en: 'Share of the people whose trade has no ambassador in office.',
  },
  denominator: { fr: 'personnes dont le métier est connu', en: 'people whose trade is known' },
  value: without('trade_known', 'trade_served'),
};
