import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { inPart, worst } from '../light.js';
import { declared, observed, unmeasured } from '../signal.js';
import { limits } from '../thresholds.js';

export const governance: Check = {
  kind: 'error',
  title: { fr: 'Il n’y a pas de gouvernance', en: 'There is no governance' },
  question: {
    fr: 'Sait-on qui anime, qui publie, qui modère et selon quelles règles ?',
    en: 'Is it known who looks after groups, who posts, who moderates and by which rules?',
  },
  rule: {
    fr: 'Rouge : plus de 25 % de groupes sans animateur, ou ni charte, ni modérateurs, ni règles de publication. Vert : 10 % au plus, et les trois existent.',
    en: 'Red: more than 25% of groups without an owner, or no charter, no moderators and no rules for posting. Green: at most 10%, and all three exist.',
  },
  source: 'S4',
  decides: [
    { signals: [observed('K43.ownerless', limits.ownerless, asks.ownerless)], combine: worst, onceOpen: true },
    { signals: (['charter', 'moderators_named', 'publication_rules'] as const).map(declared), combine: inPart },
  ],
  beside: [
    declared('editorial_charter'),
    declared('place_beside_mail_and_chat'),
    observed('K21', null, asks.readers),
    unmeasured('duplicate_groups'),
    unmeasured('moderation_delay'),
  ],
};
