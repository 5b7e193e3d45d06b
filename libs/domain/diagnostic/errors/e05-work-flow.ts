import { type Check } from '../check.js';
import { workGroups } from '../facts/groups.js';
import { oneOf } from '../light.js';
import { declared, unmeasured } from '../signal.js';

export const workFlow: Check = {
  kind: 'error',
  title: { fr: 'Le réseau reste à côté du travail', en: 'The network stays beside the work' },
  question: {
    fr: 'Le travail passe-t-il par le réseau, ou à côté ?',
    en: 'Does work go through the network, or past it?',
  },
  rule: {
    fr: 'Orange : moins de 20 % de groupes de projet ou de processus et aucune application reliée. Jamais rouge.',
    en: 'Amber: fewer than 20% of groups for a project or a process, and no application linked. Never red.',
  },
  source: 'S4',
  decides: [{ signals: [workGroups, declared('integrations_listed')], combine: oneOf }],
  beside: [declared('processes_moved'), unmeasured('integrations_used')],
};
