import { only91 } from './frames.js';
import { type Indicator } from './indicator.js';
import { count, share } from './outcome.js';

const active = { fr: 'personnes actives sur 91 jours', en: 'people active over 91 days' };

/** Who qualifies: `network/relays.ts`. Names leave the worker only of those who volunteered. */
export const relays: Indicator = {
  title: { fr: 'Forces relais', en: 'Relays' },
  meaning: {
    fr: 'Part de l’effectif qui, sans être manager ni ambassadeur, relaie déjà : active neuf semaines sur douze, dix personnes lui répondent, dans deux communautés et au-delà de son entité.',
    en: 'Share of the people who, neither managers nor ambassadors, already relay: active nine weeks of twelve, answered by ten people, in two communities and beyond their entity.',
  },
  unit: 'percent',
  ...only91,
  denominator: { fr: 'effectif présent', en: 'people present' },
  value: (reading) => share(reading.during('relay_candidates'), reading.state('people'), reading.k),
};

export const reachedByAmbassadors: Indicator = {
  title: { fr: 'Personnes touchées par un ambassadeur', en: 'People reached by an ambassador' },
  meaning: {
    fr: 'Parmi les personnes actives, part de celles qui ont échangé avec un ambassadeur de leur lieu, sur 91 jours.',
    en: 'Of the active people, the share who exchanged with an ambassador of their place, over 91 days.',
  },
  unit: 'percent',
  ...only91,
  denominator: active,
  value: (reading) => share(reading.during('relay_reached'), reading.during('relay_active'), reading.k),
};

export const reachableWithMore: Indicator = {
  title: { fr: 'Personnes touchées avec des relais de plus', en: 'People reached with more relays' },
  meaning: {
    fr: 'La même part si les forces relais qui touchent le plus de monde devenaient ambassadeurs, jusqu’à 80 % des personnes actives ou 5 % de l’effectif.',
    en: 'The same share if the relays who reach most people became ambassadors, up to 80% of the active people or 5% of the people present.',
  },
  unit: 'percent',
  ...only91,
  denominator: active,
  value: (reading) => share(reading.during('relay_reachable'), reading.during('relay_active'), reading.k),
};

export const ambassadorsToAdd: Indicator = {
  title: { fr: 'Relais à recruter', en: 'Relays to recruit' },
  meaning: {
    fr: 'Nombre de forces relais qu’il suffirait de recruter pour ce gain. Personne n’est nommé sans s’être porté volontaire.',
    en: 'Number of relays whom it would take for that gain. Nobody is named without having volunteered.',
  },
  unit: 'people',
  ...only91,
  denominator: null,
  value: (reading) => count(reading.during('relay_additions')),
};
