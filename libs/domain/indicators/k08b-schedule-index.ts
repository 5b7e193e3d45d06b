import { exactly } from '../statistics/interval.js';
import { state } from './frames.js';
import { type Indicator } from './indicator.js';
import { masked, quotient, share, undefinedFor } from './outcome.js';

export const scheduleIndex: Indicator = {
  title: { fr: 'Réalisé sur prévu', en: 'Actual over planned' },
  meaning: {
    fr: 'Personnes activées à ce jour, divisées par celles que le plan prévoyait d’avoir activées. Au-dessus de 1 : plus de monde que prévu à cette date. Ce que cela fait de jours dépend de la pente du plan : c’est l’écart au plan qui dit si l’on est en avance, à l’heure (sous une semaine) ou en retard.',
    en: 'People activated so far, divided by those whom the plan had activated by then. Above 1: more people than planned by that day. How many days that makes depends on how fast the plan rises: the gap to plan says whether it is ahead, on time (within a week) or behind.',
  },
  unit: 'ratio',
  ...state,
  denominator: {
    fr: 'personnes que le plan prévoyait d’avoir activées',
    en: 'people whom the plan had activated by then',
  },
  beside: ['planned'],
  value: (reading) => {
    if (reading.plan === null || reading.plan <= 0) return undefinedFor('no_plan');
    // A week that was published before its wave was declared knows nobody who is planned: nothing, not a delay.
    const [planned, plan] = [reading.state('planned'), exactly(reading.plan)];
    if (planned?.high === 0) return masked('not_published');
    const activated = reading.stateWithin('planned', 'activated');
    // What is hidden as a share of the people planned is the same count here (M08.activated).
    const { shown, note } = share(activated, planned, reading.k);
    if (planned && shown === 'masked') return masked(note ?? 'not_published', plan);
    return quotient(activated, plan, plan);
  },
};
