import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

export const readiness: Indicator = {
  title: { fr: 'Groupes prêts à l’ouverture', en: 'Groups ready at the opening' },
  meaning: {
    fr: 'Parmi les groupes créés pour une entité avant sa première invitation (depuis un an), part de ceux qui avaient un animateur, une description et au moins 5 publications.',
    en: 'Of the groups made for an entity before its first invitation (within a year), the share with an owner, a description and at least 5 posts.',
  },
  unit: 'percent',
  ...only28,
  denominator: { fr: 'groupes attendus à l’ouverture', en: 'groups awaited at the opening' },
  value: (reading) => share(reading.during('groups_ready'), reading.during('groups_awaited'), 1),
};
