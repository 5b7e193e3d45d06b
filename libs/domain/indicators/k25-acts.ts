import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { count } from './outcome.js';

// The choice of acts is part of the definition: every intentional one, each for one.
export const actsTotal: Indicator = {
  title: { fr: 'Actes volontaires', en: 'Intentional acts' },
  meaning: {
    fr: 'Nombre d’actes volontaires (publier, répondre, réagir, rejoindre…) du périmètre en 28 jours, sans pondération.',
    en: 'Number of intentional acts (post, reply, react, join…) of the place in 28 days, unweighted.',
  },
  unit: 'acts',
  ...only28,
  denominator: null,
  value: (reading) => count(reading.during('acts')),
};
