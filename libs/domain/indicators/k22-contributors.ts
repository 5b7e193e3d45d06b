import { windows28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { shareOfActivated } from './outcome.js';

// Nested by construction: who posts takes part, and who takes part is active.
export const contributors: Indicator = {
  title: { fr: 'Personnes qui publient', en: 'Contributors' },
  meaning: {
    fr: 'Parmi les personnes activées, part de celles qui ont publié au moins un message pendant la période.',
    en: 'Of the people activated, the share who published at least one post during the period.',
  },
  unit: 'percent',
  ...windows28,
  denominator: { fr: 'personnes activées', en: 'people activated' },
  value: (reading) => shareOfActivated(reading, reading.during('posted')),
};

export const participants: Indicator = {
  ...contributors,
  title: { fr: 'Personnes qui participent', en: 'Participants' },
  meaning: {
    fr: 'Parmi les personnes activées, part de celles qui ont agi, ne serait-ce qu’en rejoignant un groupe.',
    en: 'Of the people activated, the share who did something, be it joining a group.',
  },
  value: (reading) => shareOfActivated(reading, reading.during('act')),
};

export const activePeople: Indicator = {
  ...contributors,
  title: { fr: 'Personnes présentes sur le réseau', en: 'People present on the network' },
  meaning: {
    fr: 'Parmi les personnes activées, part de celles qui se sont connectées ou ont agi pendant la période.',
    en: 'Of the people activated, the share who signed in or did something during the period.',
  },
  value: (reading) => shareOfActivated(reading, reading.during('active')),
};
