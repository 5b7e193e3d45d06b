import { atMost, sumOfIntervals } from '../statistics/interval.js';
import { windows28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { count, share } from './outcome.js';

const login = {
  fr: 'au moins une connexion pendant la période',
  en: 'at least one sign-in during the period',
};
const act = {
  fr: 'au moins un acte volontaire (publier, répondre, réagir, rejoindre…) pendant la période',
  en: 'at least one intentional act (post, reply, react, join…) during the period',
};

// People who act outside the directory are in counts and in no rate (rules 3.2).
const counted = (measure: 'login' | 'act'): Pick<Indicator, 'beside' | 'value'> => ({
  beside: ['unassigned'],
  value: (reading) => {
    const people = reading.during(measure);
    const unassigned = reading.population === 'everyone' ? reading.of('unassigned').during(measure) : null;
    return count(unassigned ? sumOfIntervals([people, unassigned]) : people);
  },
});

export const loginCount: Indicator = {
  title: { fr: 'Personnes connectées', en: 'People who signed in' },
  meaning: { fr: `Nombre de personnes ayant ${login.fr}.`, en: `Number of people with ${login.en}.` },
  unit: 'people',
  ...windows28,
  denominator: null,
  ...counted('login'),
};

export const actCount: Indicator = {
  ...loginCount,
  title: { fr: 'Personnes actives', en: 'Active people' },
  meaning: { fr: `Nombre de personnes ayant ${act.fr}.`, en: `Number of people with ${act.en}.` },
  ...counted('act'),
};

const ofActivated = (measure: 'login' | 'act'): Pick<Indicator, 'unit' | 'denominator' | 'value'> => ({
  unit: 'percent',
  denominator: { fr: 'personnes activées', en: 'people activated' },
  value: (reading) => {
    const activated = reading.state('activated');
    return share(atMost(reading.during(measure), activated), activated, reading.k);
  },
});

export const loginShare: Indicator = {
  ...loginCount,
  ...ofActivated('login'),
  title: { fr: 'Part des activés qui se connectent', en: 'Share of activated people who sign in' },
  meaning: {
    fr: `Parmi les personnes activées, part de celles ayant ${login.fr}.`,
    en: `Of the people activated, the share with ${login.en}.`,
  },
};

export const actShare: Indicator = {
  ...actCount,
  ...ofActivated('act'),
  title: { fr: 'Part des activés qui agissent', en: 'Share of activated people who act' },
  meaning: {
    fr: `Parmi les personnes activées, part de celles ayant ${act.fr}.`,
    en: `Of the people activated, the share with ${act.en}.`,
  },
};
