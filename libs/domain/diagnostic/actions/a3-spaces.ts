import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { worst } from '../light.js';
import { declared, observed, unmeasured } from '../signal.js';
import { limits } from '../thresholds.js';

export const spaces: Check = {
  kind: 'action',
  title: { fr: 'Cadrer les espaces', en: 'Frame the spaces' },
  question: {
    fr: 'Chaque espace a-t-il un but, un animateur et des contributeurs ?',
    en: 'Does each space have a purpose, an owner and contributors?',
  },
  rule: {
    fr: 'Espaces cadrés ; rouge au-delà de 25 % de groupes sans animateur.',
    en: 'Spaces framed; red above 25% of groups without an owner.',
  },
  source: 'S2',
  decides: [
    { signals: [declared('spaces_framed')], combine: worst },
    { signals: [observed('K43.ownerless', limits.ownerless, asks.ownerless)], combine: worst, onceOpen: true },
  ],
  beside: [observed('K43', limits.silentGroups, asks.silentGroups), unmeasured('open_groups')],
};
