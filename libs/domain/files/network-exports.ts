/** What networks themselves export, in the order in which it is offered: events, each with its day. */
export const networkExports = [
  'mattermost',
  'slack',
  'slack-analytics',
  'yammer',
  'm365',
  'exo',
  'humhub',
  'discourse',
  'workplace',
  'zulip',
  'rocketchat',
] as const;
export type NetworkExport = (typeof networkExports)[number];
