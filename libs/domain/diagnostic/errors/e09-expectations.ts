import { type Check } from '../check.js';
import { retentionKept } from '../facts/retention.js';
import { worst } from '../light.js';
import { declared, unmeasured } from '../signal.js';

export const expectations: Check = {
  kind: 'error',
  title: { fr: 'Le réseau ne répond pas aux attentes', en: 'The network does not meet expectations' },
  question: { fr: 'Les personnes qui l’ont essayé y restent-elles ?', en: 'Do those who tried it stay?' },
  rule: {
    fr: 'Orange : la fidélité à 12 semaines vaut moins de 60 % de celle à 4 semaines. Jamais rouge.',
    en: 'Amber: retention at 12 weeks is less than 60% of that at 4 weeks. Never red.',
  },
  source: 'S4',
  decides: [{ signals: [retentionKept], combine: worst, onceOpen: true }],
  beside: [
    declared('test_panel'),
    declared('feedback_collected'),
    unmeasured('fruitless_searches'),
    unmeasured('help_requests'),
    unmeasured('sessions_per_person'),
  ],
};
