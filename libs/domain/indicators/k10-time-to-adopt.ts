import { lag } from './frames.js';
import { type Indicator } from './indicator.js';
import { medianTime } from './median-time.js';

export const timeToAdopt: Indicator = {
  title: { fr: 'Délai médian d’adoption', en: 'Median time to adopt' },
  meaning: {
    fr: 'Nombre de jours après l’invitation au bout duquel la moitié des personnes invitées ont connu leur troisième semaine active sur quatre ; celles qui attendent encore ou sont parties comptent jusqu’à leur dernier jour.',
    en: 'Days after the invitation by which half of the people invited have had their third active week of four; those who still wait, or left, count until their last day.',
  },
  unit: 'days',
  ...lag,
  lag: 'adoption',
  denominator: { fr: 'personnes invitées', en: 'people invited' },
  value: (reading) => medianTime(reading, 'adoption'),
};

// Who comes after the launch is at risk from their own first day on: nobody adopts before they are there.
export const timeToAdoptSinceLaunch: Indicator = {
  title: { fr: 'Délai médian d’adoption depuis l’ouverture', en: 'Median time to adopt since the launch' },
  meaning: {
    fr: 'Nombre de jours après l’ouverture de leur vague au bout duquel la moitié des personnes ont connu leur troisième semaine active sur quatre ; les personnes arrivées ensuite comptent à partir de leur arrivée.',
    en: 'Days after the opening of their wave by which half of the people have had their third active week of four; people who came later count from their arrival on.',
  },
  unit: 'days',
  ...lag,
  lag: 'adoption_since_launch',
  denominator: { fr: 'personnes des vagues ouvertes', en: 'people of opened waves' },
  value: (reading) => medianTime(reading, 'adoption_since_launch'),
};
