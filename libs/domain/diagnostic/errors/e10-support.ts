import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { worst } from '../light.js';
import { declared, observed, unmeasured } from '../signal.js';
import { limits } from '../thresholds.js';

export const support: Check = {
  kind: 'error',
  title: { fr: 'On accompagne trop peu', en: 'There is too little support' },
  question: {
    fr: 'Les personnes, et d’abord les managers, ont-elles été accompagnées ?',
    en: 'Were people, managers first, helped onto it?',
  },
  rule: {
    fr: 'Rouge : moins de 30 % des personnes ou moins de 60 % des managers touchés par une action en un an.',
    en: 'Red: fewer than 30% of people or 60% of managers reached by an action within a year.',
  },
  source: 'S4',
  decides: [
    {
      signals: [
        observed('K84', limits.reached, asks.reached),
        observed('K84.managers', limits.managersReached, asks.managersReached),
      ],
      combine: worst,
      onceOpen: true,
    },
  ],
  beside: [declared('support_plan'), declared('faq'), declared('vendor_support'), unmeasured('help_requests')],
};
