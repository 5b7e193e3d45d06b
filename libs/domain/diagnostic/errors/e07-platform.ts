import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { worst } from '../light.js';
import { declared, observed, unmeasured } from '../signal.js';
import { limits } from '../thresholds.js';

export const platform: Check = {
  kind: 'error',
  title: { fr: 'La plateforme n’est pas préparée', en: 'The platform is not prepared' },
  question: {
    fr: 'Que trouve une personne qui arrive le premier jour ?',
    en: 'What does somebody find who arrives on the first day?',
  },
  rule: {
    fr: 'Rouge : contenus ou liste de lancement manquants, ou moins de 80 % de groupes prêts à l’ouverture.',
    en: 'Red: contents or launch checklist missing, or fewer than 80% of groups ready at the opening.',
  },
  source: 'S4',
  decides: [
    { signals: [declared('content_plan'), declared('launch_checklist')], combine: worst },
    { signals: [observed('K44', limits.readiness, asks.readiness)], combine: worst, onceOpen: true },
  ],
  beside: [observed('K28', limits.returning, asks.returning), unmeasured('fresh_posts')],
};
