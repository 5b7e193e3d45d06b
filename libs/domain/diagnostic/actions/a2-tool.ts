import { type Check } from '../check.js';
import { workFlow } from '../errors/e05-work-flow.js';
import { worst } from '../light.js';
import { declared } from '../signal.js';

export const tool: Check = {
  kind: 'action',
  title: { fr: 'Choisir et intégrer l’outil', en: 'Choose and integrate the tool' },
  question: {
    fr: 'L’outil est-il voulu par tous et relié au reste ?',
    en: 'Is the tool wanted by all and linked to the rest?',
  },
  rule: {
    fr: 'Outil validé, et relié au travail comme à la cinquième erreur.',
    en: 'Tool agreed, and in the work flow as in the fifth error.',
  },
  source: 'S2',
  decides: [{ signals: [declared('tool_signed_off')], combine: worst }, ...workFlow.decides],
  beside: [declared('place_beside_mail_and_chat')],
};
