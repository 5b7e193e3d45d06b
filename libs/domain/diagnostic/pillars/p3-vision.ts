import { type Check } from '../check.js';
import { vision } from '../errors/e01-vision.js';
import { worst } from '../light.js';
import { declared, unmeasured } from '../signal.js';

export const sharedVision: Check = {
  kind: 'pillar',
  title: { fr: 'Vision', en: 'Vision' },
  question: { fr: 'La vision a-t-elle des chiffres et des dates ?', en: 'Does the vision have numbers and dates?' },
  rule: {
    fr: 'Comme la première erreur, avec des objectifs chiffrés et datés.',
    en: 'As the first error, with goals that have numbers and dates.',
  },
  source: 'S1',
  decides: [...vision.decides, { signals: [declared('objectives_dated')], combine: worst }],
  beside: [unmeasured('goal_activity')],
};
