import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { support } from '../errors/e10-support.js';
import { communityCascade } from '../facts/roles.js';
import { worst } from '../light.js';
import { declared, observed } from '../signal.js';
import { limits } from '../thresholds.js';

export const supportPlan: Check = {
  kind: 'pillar',
  title: { fr: 'Plan d’accompagnement', en: 'Support plan' },
  question: {
    fr: 'Qui accompagne, à quels niveaux, avec quels moyens ?',
    en: 'Who supports, at which levels, with what means?',
  },
  rule: {
    fr: 'Comme la dixième erreur, avec un responsable des communautés, des animateurs locaux, un budget et une équipe.',
    en: 'As the tenth error, with a head of communities, local community managers, a budget and people.',
  },
  source: 'S1',
  decides: [...support.decides, { signals: [communityCascade, declared('budget_and_people')], combine: worst }],
  beside: [
    declared('support_plan'),
    observed('K26', limits.response, asks.response),
    observed('K34', null, asks.relays),
    observed('K62', null, asks.ambassadorHabit),
  ],
};
