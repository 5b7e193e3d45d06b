import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { worst } from '../light.js';
import { declared, observed, unmeasured } from '../signal.js';
import { limits } from '../thresholds.js';

export const roles: Check = {
  kind: 'action',
  title: { fr: 'Installer la gouvernance', en: 'Set up governance' },
  question: {
    fr: 'Les rôles et le circuit de validation sont-ils connus ?',
    en: 'Are the roles and the way of approval known?',
  },
  rule: {
    fr: 'Modérateurs nommés et règles de publication écrites.',
    en: 'Moderators named and rules for posting written.',
  },
  source: 'S2',
  decides: [{ signals: [declared('moderators_named'), declared('publication_rules')], combine: worst }],
  beside: [observed('K43.ownerless', limits.ownerless, asks.ownerless), unmeasured('moderation_delay')],
};
