import { join } from 'node:path';
import { type ImportItem } from '../import-item.js';
import { tarGz, tarred } from '../testing/tarred.js';
import { filesOf, itemsOf, only, refused, skipped, told, zipped } from '../testing/zipped.js';
import { parseZulip } from './parse-zulip.js';
import { zulipKinds } from './zulip-events.js';

const now = new Date('2026-06-01T00:00:00Z');
const files = filesOf(join(__dirname, 'fixtures', 'export'));
const below = (folder: string, of: Record<string, Buffer>) =>
  Object.fromEntries(Object.entries(of).map(([name, content]) => [folder + name, content]));

const read = (bytes: Buffer) => itemsOf(parseZulip, bytes, now);
const sorted = (items: ImportItem[]) => items.map((item) => JSON.stringify(item)).sort();

describe('an export of Zulip', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read(await tarGz(below('zulip-export-1/', files)))));

  it('gives one event per act of a person', () => {
    expect(told(items).sort()).toEqual([
      '2023-11-14T22:15:00 group_created zulip:12 in zulip:stream:3',
      '2023-11-14T22:16:40 group_created zulip:11 in zulip:stream:4',
      '2026-03-02T05:40:00 group_joined zulip:12 in zulip:stream:3',
      '2026-03-02T05:40:01 group_joined zulip:13 in zulip:stream:3',
      '2026-03-02T05:40:03 group_left zulip:12 in zulip:stream:4',
      '2026-03-02T08:00:00 login zulip:11',
      '2026-03-02T08:14:07 mention zulip:11 → zulip:12 in zulip:stream:3',
      '2026-03-02T08:14:07 post zulip:11 in zulip:stream:3',
      '2026-03-02T08:14:07 reaction zulip:12 → zulip:11 in zulip:stream:3',
      '2026-03-02T08:15:00 message_sent zulip:12',
      '2026-03-02T08:15:01 message_sent zulip:11 → zulip:12',
      '2026-03-02T08:15:02 message_sent zulip:11',
      '2026-03-02T08:15:03 post zulip:12 in zulip:stream:4',
      '2026-03-02T08:15:04 reaction zulip:11 in zulip:stream:3',
      '2026-03-02T08:26:40 comment zulip:12 → zulip:11 in zulip:stream:3',
      '2026-03-02T08:26:40 reaction zulip:13 → zulip:12 in zulip:stream:3',
      '2026-03-02T08:26:41 comment zulip:13 in zulip:stream:3',
    ]);
    const events = only(items, 'event').map(({ row }) => row);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(zulipKinds));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.find(({ kind }) => kind === 'post')).toMatchObject({
      ...{ id: 'zulip:msg:41', object: 'zulip:msg:41', parent: null, occurredAt: '2026-03-02T08:14:07.310Z' },
    });
    expect(events.find(({ kind }) => kind === 'comment')).toMatchObject({ id: 'zulip:msg:60', parent: 'zulip:msg:41' });
    expect(events.find(({ kind }) => kind === 'login')?.id).toBe('zulip:session:11:1772438400250');
    expect(events.find(({ id }) => id === 'zulip:reaction:91')).toMatchObject({
      ...{ kind: 'reaction', object: 'zulip:msg:41' },
    });
  });

  it('names people by their address and streams by what outlives their name', () => {
    expect(only(items, 'person').map(({ row: { aliases, name, bot } }) => [aliases, name, bot])).toEqual([
      [['anne@exemple.fr', 'zulip:11'], 'Anne Martin', false],
      [['bob@exemple.fr', 'zulip:12'], 'Bob', false],
      [['veille-bot@exemple.fr', 'zulip:20'], 'Veilleur', true],
      [['claire@exemple.fr', 'zulip:13'], 'Claire', false],
      [['notification-bot@zulip.com', 'zulip:5'], null, true],
    ]);
    expect(only(items, 'group').map(({ row }) => row)).toMatchObject([
      { groupId: 'zulip:stream:3', name: 'lyon', creatorId: 'zulip:12', open: true, hasDescription: true },
      { groupId: 'zulip:stream:4', name: 'direction', creatorId: 'zulip:11', open: false, hasDescription: false },
    ]);
  });

  it('refuses what is broken once, by its place, and leaves out what is no act of a person', () => {
    expect(refused(items).sort()).toEqual([
      'zerver_message 11 bad_json ',
      'zerver_message 12 missing_field id',
      'zerver_userprofile 4 missing_field id',
      'zulip:msg:47 7 missing_field occurred_at',
      'zulip:msg:48 8 unknown_channel recipient',
      'zulip:msg:49 9 bad_timestamp occurred_at',
      'zulip:msg:50 10 future_timestamp occurred_at',
      'zulip:session:12: 3 bad_timestamp occurred_at',
    ]);
    expect(skipped(items).sort()).toEqual([
      '2 integration_post',
      '3 unknown_message',
      '4 done_by_others',
      '4 unknown_message',
      '6 integration_post',
      '6 undated_change',
      '7 integration_post',
    ]);
  });

  it('is the same in any order of its files, in a folder or not, packed or not', async () => {
    const turned = Object.fromEntries(Object.entries(files).toReversed());
    for (const bytes of [await tarGz(turned), await tarred(below('./e/', files))])
      expect(sorted(await read(bytes))).toEqual(sorted(items));
  });

  it('does not take for its own what people sent under the same names', async () => {
    const sent = {
      'e/uploads/2/ab/realm.json': Buffer.from('{"zerver_stream":[{}]}'),
      'e/uploads/a.zip': Buffer.from('x'),
    };
    expect(sorted(await read(await tarGz({ ...below('e/', files), ...sent })))).toEqual(sorted(items));
  });

  it('tells once that a file is cut off, and reads what stands before', async () => {
    const cut = '{"zerver_message":[{"id":41,"sender":11,"recipient":7,"subject":"a","date_sent":1772439247},{"id":42,';
    const found = await read(await tarGz({ ...files, 'messages-000001.json': cut, 'messages-000002.json': '[]' }));
    expect(refused(found).filter((one) => one.includes('bad_json'))).toEqual([
      'zerver_message 2 bad_json ',
      'messages.json 1 bad_json ',
    ]);
    expect(told(found)).toContain('2026-03-02T08:14:07 post zulip:11 in zulip:stream:3');
  });

  it('is refused as a whole where it is none', async () => {
    const code = (name: string) => ({ code: name });
    await expect(read(Buffer.alloc(0))).rejects.toMatchObject(code('empty_file'));
    await expect(read(Buffer.from('{}'))).rejects.toMatchObject(code('not_an_archive'));
    await expect(read(await zipped(files))).rejects.toMatchObject(code('not_an_archive'));
    await expect(read(await tarGz({ 'a.txt': 'x' }))).rejects.toMatchObject(code('not_a_zulip_export'));
    const whole = await tarGz(files);
    await expect(read(whole.subarray(0, whole.length - 50))).rejects.toMatchObject(code('damaged_archive'));
  });
});
