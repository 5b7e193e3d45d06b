import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { count } from './outcome.js';

// The choice of acts is part of the definition: every intentional one, each for one. They count where the person was on
// that day (kpis 2.0, volumes); after an exit that is nowhere, and people whom the directory never named are counted as
// people (K04), not by their acts: one account of a machine could outweigh everyone.
export const actsTotal: Indicator = {
  title: { fr: 'Actes volontaires', en: 'Intentional acts' },
  meaning: {
    fr: 'Nombre d’actes volontaires (publier, répondre, réagir, rejoindre…) en 28 jours, sans pondération, des personnes de l’annuaire là où elles étaient ce jour-là ; les actes de personnes hors de l’annuaire n’y sont pas.',
    en: 'Number of intentional acts (post, reply, react, join…) in 28 days, unweighted, of people of the directory where they were on that day; acts of people outside the directory are not in it.',
  },
  unit: 'acts',
  ...only28,
  denominator: null,
  value: (reading) => count(reading.during('acts')),
};
