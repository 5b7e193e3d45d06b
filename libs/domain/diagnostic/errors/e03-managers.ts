import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { worst } from '../light.js';
import { declared, observed } from '../signal.js';
import { limits } from '../thresholds.js';

export const managers: Check = {
  kind: 'error',
  title: { fr: 'Les managers ne donnent pas l’exemple', en: 'Managers do not lead by example' },
  question: {
    fr: 'Voit-on les managers sur le réseau autant que leurs équipes ?',
    en: 'Are managers seen on the network as much as their teams?',
  },
  rule: {
    fr: 'Rouge : moins de 10 % de managers présents chaque jour, ou nettement moins que les autres. Orange : moins de 25 %. Sans réponse tant que les intervalles des deux groupes se recouvrent.',
    en: 'Red: fewer than 10% of managers present every day, or clearly fewer than of the others. Amber: fewer than 25%. Unanswered while the intervals of both groups overlap.',
  },
  source: 'S4',
  decides: [
    {
      signals: [observed('K50', limits.dailyManagers, asks.example), observed('K51', limits.managerGap, asks.gap)],
      combine: worst,
      onceOpen: true,
    },
  ],
  beside: [
    observed('K50.posting', null, asks.example),
    observed('K52', null, asks.ownGroup),
    observed('K54', null, asks.voice),
    observed('K56', null, asks.launchRelay),
    declared('other_tools_stopped'),
    declared('managers_objectives'),
  ],
};
