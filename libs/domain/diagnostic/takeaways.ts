import { type GovernanceItem } from '../declared/governance.js';
import { type Bilingual } from '../indicators/indicator.js';
import { type Check } from './check.js';
import { regularAppointments } from './facts/appointments.js';
import { sponsorNamed } from './facts/roles.js';
import { worst } from './light.js';
import { declared, type Signal } from './signal.js';

/** Items that records show as well. */
const recorded: Partial<Record<GovernanceItem, Signal>> = {
  sponsor_named: sponsorNamed,
  regular_appointments: regularAppointments,
};

/** What the field says one should hold to, all of it declared (kpis 4.3, end). */
const hold = (source: string, title: Bilingual, ...items: GovernanceItem[]): Check => ({
  ...{ kind: 'takeaway', source, title, question: title },
  rule: { fr: 'Déclaré fait.', en: 'Declared done.' },
  decides: [{ signals: items.map((item) => recorded[item] ?? declared(item)), combine: worst }],
  beside: [],
});

export const takeaways = {
  T1: hold('S2', { fr: 'L’humain avant l’outil', en: 'People before the tool' }, 'human_first'),
  T2: hold('S2', { fr: 'Un sponsor au sommet', en: 'A sponsor at the top' }, 'sponsor_named'),
  T3: hold(
    'S2',
    { fr: 'Sa place parmi les outils', en: 'Its place among the tools' },
    'place_beside_mail_and_chat',
    'other_tools_stopped',
  ),
  T4: hold('S2', { fr: 'Construit avec les utilisateurs', en: 'Built with its users' }, 'co_construction'),
  T5: hold(
    'S0',
    { fr: 'Chaque dirigeant convaincu de vive voix', en: 'Each executive convinced in person' },
    'executives_convinced_in_person',
  ),
  T6: hold(
    'S0',
    { fr: 'Le réseau comme brique centrale', en: 'The network as the central brick' },
    'network_is_central_brick',
  ),
  T7: hold('S3', { fr: 'Les attentes sont connues', en: 'Expectations are known' }, 'needs_assessed'),
  T8: hold('S3', { fr: 'Les sujets sont choisis', en: 'Subjects are chosen' }, 'vision_uses'),
  T9: hold('S3', { fr: 'Les managers ont un objectif', en: 'Managers have a goal' }, 'managers_objectives'),
  T10: hold(
    'S3',
    { fr: 'Un plan de communication et des rendez-vous', en: 'A communication plan and appointments' },
    'communication_plan',
    'regular_appointments',
  ),
} as const satisfies Record<string, Check>;
