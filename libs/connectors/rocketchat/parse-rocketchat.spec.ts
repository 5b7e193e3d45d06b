import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportItem } from '../import-item.js';
import { filesOf, itemsOf, only, refused, skipped, told, zipped } from '../testing/zipped.js';
import { rocketchatKinds } from './message-events.js';
import { parseRocketchat } from './parse-rocketchat.js';

const now = new Date('2026-06-01T00:00:00Z');
const pages = readFileSync(join(__dirname, 'fixtures', 'pages.ndjson'));
const read = (bytes: Buffer) => itemsOf(parseRocketchat, bytes, now);

describe('pages of Rocket.Chat', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read(pages)));

  it('give one event per act of a person', () => {
    expect(told(items)).toEqual([
      '2026-03-02T08:14:07 post anne in rocketchat:GENERAL',
      '2026-03-02T08:14:07 mention anne → bob in rocketchat:GENERAL',
      '2026-03-02T08:14:07 reaction bob → anne in rocketchat:GENERAL',
      '2026-03-02T08:14:07 reaction claire → anne in rocketchat:GENERAL',
      '2026-03-02T08:14:07 reaction bob → anne in rocketchat:GENERAL',
      '2026-03-02T08:20:00 comment bob in rocketchat:GENERAL',
      '2026-03-02T08:20:00 file_shared bob in rocketchat:GENERAL × 2',
      '2026-03-02T08:21:00 group_joined claire in rocketchat:GENERAL',
      '2026-03-02T08:26:40 group_left bob in rocketchat:GENERAL',
      '2026-03-02T08:30:00 message_sent anne',
      '2026-03-02T08:33:00 post bob in rocketchat:GENERAL',
    ]);
    const events = only(items, 'event').map(({ row }) => row);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(rocketchatKinds));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.find(({ kind }) => kind === 'comment')).toMatchObject({ parent: 'rocketchat:m1' });
  });

  it('refuse what is broken, and leave out what is no act of a person', () => {
    expect(refused(items)).toEqual([
      'rocketchat:m10 2 bad_timestamp occurred_at',
      'rocketchat:m11 2 missing_field actor',
      ' 2 missing_field _id',
      ' 2 bad_json ',
      ' 3 bad_json ',
    ]);
    expect(skipped(items)).toEqual(['1 done_by_others', '2 system_post', '2 integration_post']);
  });

  it('are the same laid out over many lines, and refused as a whole where they are none', async () => {
    const [first = ''] = pages.toString().split('\n');
    const laidOut = JSON.stringify(JSON.parse(first), null, 2);
    expect(told(await read(Buffer.from(laidOut)))).toEqual(told(items).slice(0, 9));
    for (const [text, code] of [
      ['{"channels":[]}', 'not_a_rocketchat_page'],
      ['x', 'not_a_rocketchat_page'],
      ['', 'empty_file'],
    ] as const)
      await expect(read(Buffer.from(text))).rejects.toMatchObject({ code });
  });
});

const files = filesOf(join(__dirname, 'fixtures', 'export'));
const sorted = (items: ImportItem[]) => items.map((item) => JSON.stringify(item)).sort();

describe('a zip for Rocket.Chat', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read(await zipped(files))));

  it('gives one event per act of a person, between two people or in a room', () => {
    expect(told(items)).toEqual([
      '2026-03-02T08:26:40 post bob in rocketchat:#direction',
      '2026-03-02T08:43:20 message_sent anne → bob',
      '2026-03-02T08:43:21 message_sent bob',
      '2026-03-02T08:14:07 post anne in rocketchat:#general',
      '2026-03-02T08:14:07 mention anne → bob in rocketchat:#general',
      '2026-03-02T08:20:00 post bob in rocketchat:#general',
      '2026-03-02T08:20:00 post claire in rocketchat:#general',
    ]);
    const ids = only(items, 'event').map(({ row }) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(items)).not.toContain('Bonjour');
  });

  it('names people and rooms', () => {
    expect(only(items, 'person').map(({ row: { personId, aliases, name } }) => [personId, aliases, name])).toEqual([
      ['anne', ['anne@exemple.fr', 'anne'], 'Anne Martin'],
      ['bob', ['bob@exemple.fr', 'bob'], 'Bob "le" Grand'],
      ['claire', ['claire'], 'Claire'],
    ]);
    expect(only(items, 'group').map(({ row }) => row)).toMatchObject([
      { groupId: 'rocketchat:#general', name: 'general', creatorId: 'anne', open: true },
      { groupId: 'rocketchat:#direction', open: false },
    ]);
  });

  it('refuses each broken line once, by its file', () => {
    expect(refused(items).map((one) => one.replace(/rocketchat:csv:\w+/, 'ID'))).toEqual([
      'users.csv 4 missing_field username',
      'users.csv 5 wrong_column_count ',
      'channels.csv 3 missing_field name',
      'ID 5 bad_timestamp occurred_at',
      'ID 6 missing_field actor',
      'ID 7 future_timestamp occurred_at',
      'ID 8 early_timestamp occurred_at',
      'general/messages.csv 9 wrong_column_count ',
      'general/messages.csv 10 bad_quote ',
    ]);
  });

  it('is the same in any order of its files, and in a folder', async () => {
    for (const folder of ['', 'export/']) {
      const turned = Object.entries(files).toReversed();
      const zip = await zipped(Object.fromEntries(turned.map(([name, content]) => [folder + name, content])));
      expect(sorted(await read(zip))).toEqual(sorted(items));
    }
  });

  it('may hold pages instead, with the list of users as accounts', async () => {
    const users = {
      users: [
        {
          _id: 'u1',
          username: 'Anne',
          name: 'Anne M',
          emails: [{ address: 'ANNE@x.fr', verified: true }],
          type: 'user',
        },
        { _id: 'u9', username: 'hook', type: 'bot', roles: ['bot'] },
        { _id: 'u3', name: 'sans nom' },
        7,
      ],
      success: true,
    };
    const found = await read(
      await zipped({ 'users.json': JSON.stringify(users), 'rooms.json': '{"update":[]}', 'general.ndjson': pages }),
    );
    expect(told(found)).toHaveLength(11);
    expect(only(found, 'person').map(({ row }) => [row.personId, row.aliases[0], row.bot])).toEqual([
      ['anne', 'anne@x.fr', false],
      ['hook', 'hook', true],
    ]);
    expect(refused(found).slice(0, 2)).toEqual(['u3 1 missing_field username', 'users.json 1 bad_json ']);
    expect(skipped(found)).toContain('1 other_document');
    expect(only(await read(Buffer.from(JSON.stringify(users))), 'person')).toHaveLength(2);
    await expect(read(await zipped({ 'a.txt': 'x' }))).rejects.toMatchObject({ code: 'not_a_rocketchat_export' });
  });
});
