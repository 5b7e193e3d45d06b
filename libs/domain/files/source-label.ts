import { type Language } from '../sentences/language.js';
import { type NetworkExport } from './network-exports.js';

const exports: Record<NetworkExport, string | Record<Language, string>> = {
  mattermost: 'Mattermost',
  slack: 'Slack',
  'slack-analytics': { fr: 'Slack, statistiques des membres', en: 'Slack, member analytics' },
  yammer: 'Viva Engage (Yammer)',
  m365: 'Microsoft 365 (Viva Engage)',
  exo: 'eXo / Meeds',
  humhub: 'HumHub',
  discourse: 'Discourse',
  workplace: 'Workplace',
  zulip: 'Zulip',
  rocketchat: 'Rocket.Chat',
};
const labels = new Map<string, string | Record<Language, string>>([
  ...Object.entries(exports),
  ['events', { fr: 'Fichiers d’événements', en: 'Files of events' }],
]);

/** A source that nobody named has the key of its first file for a name; any other is called as it was named. */
export function sourceLabel(name: string, language: Language): string {
  const label = labels.get(name) ?? name;
  return typeof label === 'string' ? label : label[language];
}
