import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { launchMessage, officialPost } from '../facts/communication.js';
import { worst } from '../light.js';
import { declared, observed } from '../signal.js';
import { limits } from '../thresholds.js';

export const communication: Check = {
  kind: 'error',
  title: { fr: 'On communique trop peu', en: 'There is too little communication' },
  question: {
    fr: 'Tout le monde a-t-il été prévenu, invité et relancé ?',
    en: 'Was everyone told, invited and reminded?',
  },
  rule: {
    fr: 'Rouge : aucun plan de communication, ou moins de 95 % d’invités une semaine après l’ouverture.',
    en: 'Red: no communication plan, or fewer than 95% invited one week after the opening.',
  },
  source: 'S4',
  decides: [
    { signals: [declared('communication_plan')], combine: worst },
    { signals: [observed('K01', limits.invited, asks.invited, 7)], combine: worst, onceOpen: true },
  ],
  beside: [
    launchMessage,
    observed('K56', null, asks.launchRelay),
    officialPost,
    declared('parties_involved'),
    observed('K27', null, asks.messageReach),
  ],
};
