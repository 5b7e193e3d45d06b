import { type Interval } from '../statistics/interval.js';
import { state } from './frames.js';
import { type Bilingual, type Indicator } from './indicator.js';
import { shareOfPlanned } from './outcome.js';
import { type Reading } from './reading.js';

/** Steps of adoption in their order; each is reached for ever. */
export const funnelSteps = ['planned', 'invited', 'activated', 'connected', 'engaged'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** People planned who have reached a step; null where it is not published. */
export const reached = (reading: Reading, step: FunnelStep): Interval | null =>
  step === 'planned' ? reading.state('planned') : reading.stateWithin('planned', step);

const step = (key: Exclude<FunnelStep, 'planned'>, title: Bilingual, meaning: Bilingual): Indicator => ({
  ...{ title, meaning, unit: 'percent', ...state },
  denominator: { fr: 'personnes prévues au déploiement', en: 'people planned in the rollout' },
  beside: ['planned'],
  value: (reading) => shareOfPlanned(reached(reading, key), reached(reading, 'planned'), reading.k),
});

export const invitedStep = step(
  'invited',
  { fr: 'Parcours d’adoption : invités', en: 'Adoption path: invited' },
  { fr: 'Part des personnes prévues qui ont été invitées.', en: 'Share of the people planned who have been invited.' },
);
export const activatedStep = step(
  'activated',
  { fr: 'Parcours d’adoption : activés', en: 'Adoption path: activated' },
  {
    fr: 'Part des personnes prévues qui ont activé leur compte.',
    en: 'Share of the people planned who have activated their account.',
  },
);
export const connectedStep = step(
  'connected',
  { fr: 'Parcours d’adoption : connectés', en: 'Adoption path: connected' },
  {
    fr: 'Part des personnes prévues qui se sont déjà connectées.',
    en: 'Share of the people planned who have ever signed in.',
  },
);
export const engagedStep = step(
  'engaged',
  { fr: 'Parcours d’adoption : engagés', en: 'Adoption path: engaged' },
  {
    fr: 'Part des personnes prévues qui ont déjà laissé un « j’aime » ou un commentaire.',
    en: 'Share of the people planned who have ever left a like or a comment.',
  },
);
