import { state } from './frames.js';
import { type Indicator } from './indicator.js';
import { shareOfPlanned } from './outcome.js';

const planned = { fr: 'personnes prévues au déploiement', en: 'people planned in the rollout' };

const progressOf =
  (measure: 'activated' | 'opened'): Indicator['value'] =>
  (reading) => {
    const people = reading.state('planned');
    return shareOfPlanned(reading.stateWithin('planned', measure), people, reading.k);
  };

export const rolloutProgress: Indicator = {
  title: { fr: 'Avancement du déploiement', en: 'Rollout progress' },
  meaning: {
    fr: 'Parmi les personnes que le déploiement doit atteindre, part de celles qui ont activé leur compte.',
    en: 'Of the people whom the rollout is to reach, the share who have activated their account.',
  },
  unit: 'percent',
  ...state,
  denominator: planned,
  beside: ['planned'],
  value: progressOf('activated'),
};

export const openedShare: Indicator = {
  ...rolloutProgress,
  title: { fr: 'Personnes des entités ouvertes', en: 'People of opened entities' },
  meaning: {
    fr: 'Parmi les personnes que le déploiement doit atteindre, part de celles dont la vague est ouverte.',
    en: 'Of the people whom the rollout is to reach, the share whose wave has opened.',
  },
  value: progressOf('opened'),
};
