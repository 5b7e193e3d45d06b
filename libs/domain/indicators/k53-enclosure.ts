import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

export const enclosure: Indicator = {
  title: { fr: 'Cloisonnement hiérarchique', en: 'Hierarchical enclosure' },
  meaning: {
    fr: 'Parmi les membres des groupes créés par des managers, part de ceux qui travaillent sous ce manager, directement ou non.',
    en: 'Of the members of groups created by managers, the share who work under that manager, directly or not.',
  },
  unit: 'percent',
  ...only28,
  population: 'managers',
  denominator: { fr: 'membres des groupes créés par des managers', en: 'members of groups created by managers' },
  value: (reading) => share(reading.during('enclosed'), reading.during('group_members'), reading.k),
};
