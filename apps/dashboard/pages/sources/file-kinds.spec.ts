import { kindOfFile } from './file-kinds.js';

test.each([
  ['events-2026-03.csv', 'events'],
  ['Événements.csv', 'events'],
  ['annuaire_personnes.csv', 'people'],
  ['wave-members.csv', 'members'],
  ['vagues.csv', 'waves'],
  ['export.jsonl', 'mattermost'],
  ['Acme Slack export Jan 1 2026 - Mar 1 2026.zip', 'slack'],
  ['slack_member_analytics_2026-03-02.json.gz', 'slack-analytics'],
  ['yammer-export.zip', 'yammer'],
  ['photos.zip', null],
  ['meeds-analytics_2026-03-02.ndjson', 'exo'],
  ['humhub-activity.json', 'humhub'],
  ['Workplace employees.xlsx', 'workplace'],
  ['rocket.chat-general.json', 'rocketchat'],
  ['zulip-export-x3f9.tar.gz', 'zulip'],
  ['user-list-260302.csv', 'discourse'],
  ['YammerActivityUserDetail2026-03-02.csv', 'm365'],
  ['data.csv', null],
])('%s: %s', (name, kind) => {
  expect(kindOfFile(name)).toBe(kind);
});
