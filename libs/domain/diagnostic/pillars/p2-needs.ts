import { type Check } from '../check.js';
import { worst } from '../light.js';
import { declared, unmeasured } from '../signal.js';

export const needs: Check = {
  kind: 'pillar',
  title: { fr: 'Outil et besoins', en: 'Tool and needs' },
  question: {
    fr: 'L’outil répond-il à des besoins dits, en commençant petit ?',
    en: 'Does the tool meet stated needs, starting small?',
  },
  rule: {
    fr: 'Besoins recueillis et fonctions ouvertes par étapes.',
    en: 'Needs assessed and features opened step by step.',
  },
  source: 'S1',
  decides: [{ signals: [declared('needs_assessed'), declared('modules_planned')], combine: worst }],
  beside: [unmeasured('profile_completeness'), unmeasured('unused_features')],
};
