import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { type NetworkExport, networkExports } from '#domain/files/network-exports.js';
import { type Attribute, attributes } from '#domain/indicators/measurable.js';
import { discourseAttributes, discourseKinds } from './discourse/posts.js';
import { exoKinds } from './exo/operations.js';
import { exoAttributes } from './exo/parse-exo.js';
import { humhubAttributes, humhubKinds } from './humhub/record-events.js';
import { m365Kinds } from './m365/parse-m365.js';
import { mattermostAttributes, mattermostKinds } from './mattermost/post-events.js';
import { rocketchatAttributes, rocketchatKinds } from './rocketchat/message-events.js';
import { slackAttributes, slackKinds } from './slack/message-events.js';
import { slackAnalyticsAttributes, slackAnalyticsKinds } from './slack/parse-slack-analytics.js';
import { workplaceKinds } from './workplace/employee-items.js';
import { yammerAttributes, yammerKinds } from './yammer/message-items.js';
import { zulipAttributes, zulipKinds } from './zulip/zulip-events.js';

/** Where events come from, the kinds that it can report and what it can tell beside them: what it leaves out cannot be measured with it. */
export interface EventSource {
  key: string;
  title: { fr: string; en: string };
  reports: readonly EventKind[];
  tells: readonly Attribute[];
  /** Kinds without a time of their own: that of the day, or of what the act was about, stands for it. */
  approximate?: readonly EventKind[];
  /** It lists who is in its groups without the day on which they came: such a list has no room in a history, and is not read. */
  listsMembers?: true;
}

/** A new source is a line here too. */
const sources: Record<'events' | NetworkExport, Omit<EventSource, 'key'>> = {
  events: {
    title: { fr: 'Fichier CSV et flux HTTP', en: 'CSV file and HTTP feed' },
    ...{ reports: eventKinds, tells: attributes },
  },
  mattermost: {
    title: { fr: 'Export Mattermost', en: 'Mattermost export' },
    ...{ reports: mattermostKinds, tells: mattermostAttributes, listsMembers: true },
  },
  slack: {
    title: { fr: 'Export Slack', en: 'Slack export' },
    ...{ reports: slackKinds, tells: slackAttributes, listsMembers: true },
    approximate: ['reaction'],
  },
  'slack-analytics': {
    title: { fr: 'Statistiques des membres de Slack', en: 'Slack member analytics' },
    ...{ reports: slackAnalyticsKinds, tells: slackAnalyticsAttributes },
    approximate: slackAnalyticsKinds,
  },
  yammer: {
    title: { fr: 'Export Viva Engage (Yammer)', en: 'Viva Engage (Yammer) export' },
    ...{ reports: yammerKinds, tells: yammerAttributes },
  },
  m365: {
    title: { fr: 'Rapports d’usage Microsoft 365 (Viva Engage)', en: 'Microsoft 365 usage reports (Viva Engage)' },
    ...{ reports: m365Kinds, tells: [] },
    approximate: m365Kinds,
  },
  exo: {
    title: { fr: 'Statistiques eXo Platform / Meeds', en: 'eXo Platform / Meeds analytics' },
    ...{ reports: exoKinds, tells: exoAttributes },
  },
  humhub: {
    title: { fr: 'Pages HumHub', en: 'HumHub pages' },
    ...{ reports: humhubKinds, tells: humhubAttributes },
  },
  discourse: {
    title: { fr: 'Pages et listes Discourse', en: 'Discourse pages and lists' },
    ...{ reports: discourseKinds, tells: discourseAttributes },
  },
  workplace: {
    title: { fr: 'Export des salariés de Workplace', en: 'Workplace export of employees' },
    ...{ reports: workplaceKinds, tells: [] },
    approximate: workplaceKinds,
  },
  zulip: {
    title: { fr: 'Export Zulip', en: 'Zulip export' },
    ...{ reports: zulipKinds, tells: zulipAttributes },
    approximate: ['reaction'],
  },
  rocketchat: {
    title: { fr: 'Export ou pages Rocket.Chat', en: 'Rocket.Chat export or pages' },
    ...{ reports: rocketchatKinds, tells: rocketchatAttributes },
    approximate: ['reaction'],
  },
};

export const eventSources: readonly EventSource[] = (['events', ...networkExports] as const).map((key) => ({
  key,
  ...sources[key],
}));
