import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileInput } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { itemsOf, only, refused, skipped, told } from '../testing/zipped.js';
import { rocketchatKinds } from './message-events.js';
import { parseRocketchat } from './parse-rocketchat.js';

const now = new Date('2026-06-01T00:00:00Z');
const pages = readFileSync(join(__dirname, 'fixtures', 'pages.ndjson'));
const parse = (file: FileInput, options: { now: Date }) => parseRocketchat(file.stream(), options);
const read = (bytes: Buffer) => itemsOf(parse, bytes, now);

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
