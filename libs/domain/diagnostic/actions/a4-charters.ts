import { type Check } from '../check.js';
import { inPart } from '../light.js';
import { declared, unmeasured } from '../signal.js';

export const charters: Check = {
  kind: 'action',
  title: { fr: 'Écrire les chartes', en: 'Write the charters' },
  question: {
    fr: 'Les règles d’usage et de publication sont-elles écrites ?',
    en: 'Are the rules of use and of posting written?',
  },
  rule: { fr: 'Charte d’utilisation et charte éditoriale.', en: 'Charter of use and editorial charter.' },
  source: 'S2',
  decides: [{ signals: [declared('charter'), declared('editorial_charter')], combine: inPart }],
  beside: [unmeasured('moderation_delay')],
};
