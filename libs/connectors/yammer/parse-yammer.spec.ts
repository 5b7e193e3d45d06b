import { join } from 'node:path';
import { type ImportItem } from '../import-item.js';
import { filesOf, itemsOf, only, refused, skipped, told, zipped } from '../testing/zipped.js';
import { yammerKinds } from './message-items.js';
import { parseYammer } from './parse-yammer.js';

const now = new Date('2026-06-01T00:00:00Z');
const files = filesOf(join(__dirname, 'fixtures', 'export'));
const read = async (of: Record<string, string | Buffer>) => itemsOf(parseYammer, await zipped(of), now);

describe('a data export of Viva Engage (Yammer)', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read({ ...files, 'request.txt': 'x', 'Topics.csv': 'id\n1\n' })));

  it('gives one event per act of a person', () => {
    expect(told(items)).toEqual([
      '2026-02-01T09:00:00 profile_created yammer:501',
      '2026-02-02T09:00:00 profile_created yammer:502',
      '2026-02-03T08:00:00 group_created yammer:501 in yammer:77',
      '2026-03-02T08:14:07 post yammer:501 in yammer:77',
      '2026-03-02T08:14:07 file_shared yammer:501 in yammer:77 × 2',
      '2026-03-02T08:14:07 mention yammer:501 → yammer:502 in yammer:77',
      '2026-03-02T08:20:41 comment yammer:502 in yammer:77',
      '2026-03-02T08:21:00 comment yammer:502 in yammer:77',
      '2026-03-02T09:00:00 message_sent yammer:501 → yammer:502',
      '2026-03-02T09:05:00 message_sent yammer:502',
      '2026-03-02T09:20:00 post yammer:505 in yammer:77',
    ]);
    expect(new Set(only(items, 'event').map(({ row }) => row.kind))).toEqual(new Set(yammerKinds));
  });

  it('ties an answer to what it answers, else to its thread', () => {
    const comments = only(items, 'event').filter(({ row }) => row.kind === 'comment');
    expect(comments.map(({ row }) => [row.id, row.parent])).toEqual([
      ['yammer:msg:9002', 'yammer:msg:9001'],
      ['yammer:msg:9003', 'yammer:msg:9001'],
    ]);
  });

  it('names people and groups, also who is on no list but wrote', () => {
    expect(only(items, 'person').map(({ row }) => [row.personId, row.aliases[0], row.validTo])).toEqual([
      ['yammer:501', 'alice.martin@exemple.fr', null],
      ['yammer:502', 'bob@exemple.fr', '2026-03-20'],
      ['yammer:503', 'invite@exemple.fr', null],
      ['yammer:504', 'yammer:504', null],
      ['yammer:505', 'eve@exemple.fr', null],
    ]);
    expect(only(items, 'person').map(({ row }) => row.entityPath)).toEqual([
      ...['Lyon > DSI', undefined, undefined, undefined, undefined],
    ]);
    expect(only(items, 'group').map(({ row }) => row)).toMatchObject([
      { groupId: 'yammer:77', name: 'Transformation Lyon', creatorId: 'yammer:501', open: true, hasDescription: true },
      { groupId: 'yammer:78', createdAt: null, creatorId: null, open: false, hasDescription: false },
    ]);
  });

  it('refuses what is broken by its line, and leaves out what nobody wrote', () => {
    expect(refused(items)).toEqual([
      'Users.csv 6 missing_field id',
      'yammer:msg:9009 11 missing_field actor',
      'yammer:msg:9010 12 missing_field occurred_at',
      'Messages.csv 13 wrong_column_count ',
    ]);
    expect(skipped(items)).toEqual(['4 undated_invitation', '8 system_post', '9 integration_post', '10 deleted_post']);
  });

  it('needs no list of users, no group, and only four columns of messages', async () => {
    const short =
      'ID;Thread_ID;Sender_ID;Created_At\r\n1;1;5;2026-03-02T08:14:07.123Z\r\n2;1;6;2026-03-02 08:15:07 UTC\r\n';
    const found = await read({ 'export/messages.csv': short, 'export/Users.csv': '' });
    expect(told(found)).toEqual(['2026-03-02T08:14:07 post yammer:5', '2026-03-02T08:15:07 comment yammer:6']);
  });

  it('is refused as a whole where it is none, or lacks a column', async () => {
    await expect(read({ 'Files.csv': 'id\n' })).rejects.toMatchObject({ code: 'not_a_yammer_export' });
    await expect(read({ 'Messages.csv': 'id,body\n1,x\n' })).rejects.toMatchObject({ code: 'missing_column' });
  });
});
