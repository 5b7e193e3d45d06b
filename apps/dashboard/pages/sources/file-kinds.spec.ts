import { kindOfFile } from './file-kinds.js';

test.each([
  ['events-2026-03.csv', 'events'],
  ['Événements.csv', 'events'],
  ['annuaire_personnes.csv', 'people'],
  ['wave-members.csv', 'members'],
  ['vagues.csv', 'waves'],
  ['export.jsonl', 'mattermost'],
  ['data.csv', null],
])('%s: %s', (name, kind) => {
  expect(kindOfFile(name)).toBe(kind);
});
