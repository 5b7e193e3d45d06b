import { only91 } from './frames.js';
import { type Indicator } from './indicator.js';
import { partOfSum } from './outcome.js';

/** SWOOP's two-way relationships: i answers j when i replies to, reacts to or mentions j. */
export const twoWay: Indicator = {
  title: { fr: 'Relations réciproques', en: 'Two-way relationships' },
  meaning: {
    fr: 'Parmi les relations entre deux personnes sur 91 jours, part de celles où chacune a répondu à l’autre. Dans un lieu, une relation compte une fois par personne de ce lieu.',
    en: 'Of the relationships between two people over 91 days, the share in which each answered the other. In a place, a relationship counts once per person of that place.',
  },
  unit: 'percent',
  ...only91,
  denominator: { fr: 'relations, vues de chaque personne', en: 'relationships, seen from each person' },
  value: (reading) => partOfSum(reading.during('two_way'), reading.during('one_way')),
};
