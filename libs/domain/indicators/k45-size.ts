import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

export const rightSize: Indicator = {
  title: { fr: 'Groupes d’au moins 20 personnes actives', en: 'Groups of at least 20 active people' },
  meaning: {
    fr: 'Part des groupes où au moins 20 personnes ont agi en 28 jours. En dessous, une messagerie suffit souvent.',
    en: 'Share of the groups in which at least 20 people acted within 28 days. Below that a chat is often enough.',
  },
  unit: 'percent',
  ...only28,
  denominator: { fr: 'groupes ouverts', en: 'open groups' },
  value: (reading) => share(reading.during('groups_large'), reading.during('groups'), 1),
};
