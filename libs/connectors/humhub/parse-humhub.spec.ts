import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ImportItem } from '../import-item.js';
import { type HumhubOptions, parseHumhub } from './parse-humhub.js';
import { humhubKinds } from './record-events.js';

const now = new Date('2026-06-01T00:00:00Z');
const fixture = (name: string) => createReadStream(join(__dirname, 'fixtures', name));

async function read(input: AsyncIterable<Buffer>, options: Partial<HumhubOptions> = {}): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const batch of parseHumhub(input, { now, zone: 'Europe/Paris', ...options })) items.push(...batch);
  return items;
}

const eventsOf = (items: ImportItem[]) => items.flatMap((item) => (item.type === 'event' ? [item.row] : []));
const refusedOf = (items: ImportItem[]) =>
  items.flatMap(({ ...item }) => (item.type === 'rejection' ? [[item.rejection.id, item.rejection.code]] : []));

describe('pages of HumHub', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read(fixture('pages.ndjson'))));

  it('give an event for each act, under the id of what came of it', () => {
    const told = eventsOf(items).map(({ id, occurredAt, kind, actor, object, parent, group }) => [
      ...[id, occurredAt, kind, actor, object, parent, group],
    ]);
    expect(told).toEqual([
      ['humhub:activity:32', '2026-03-05T14:35:02.000Z', 'group_joined', 'humhub:5', null, null, 'humhub:1'],
      ['humhub:activity:33', '2026-03-05T14:30:00.000Z', 'group_created', 'humhub:6', null, null, 'humhub:1'],
      ['humhub:activity:34', '2026-03-06T14:35:02.000Z', 'group_left', 'humhub:5', null, null, 'humhub:1'],
      [
        'humhub:comment:70',
        '2026-03-07T07:00:00.000Z',
        'comment',
        'humhub:5',
        'humhub:comment:70',
        'humhub:post:9',
        null,
      ],
      ['humhub:like:80', '2026-03-07T08:00:00.000Z', 'reaction', 'humhub:6', null, null, null],
      ['humhub:post:9', '2026-03-07T06:00:00.000Z', 'post', 'humhub:6', 'humhub:post:9', null, null],
      // The page of posts tells the same once more.
      ['humhub:post:9', '2026-03-07T06:00:00.000Z', 'post', 'humhub:6', 'humhub:post:9', null, null],
      [
        'humhub:comment:71',
        '2026-03-07T09:00:00.000Z',
        'comment',
        'humhub:6',
        'humhub:comment:71',
        'humhub:comment:70',
        null,
      ],
    ]);
    expect(new Set(eventsOf(items).map(({ kind }) => kind))).toEqual(new Set(humhubKinds));
  });

  it('name people and spaces', () => {
    expect(items.flatMap((item) => (item.type === 'person' ? [item.row] : []))).toMatchObject([
      { personId: 'humhub:5', aliases: ['alice@exemple.fr', 'alice'], name: 'Personne 5', entity: null, bot: false },
    ]);
    expect(items.flatMap((item) => (item.type === 'group' ? [item.row] : []))).toMatchObject([
      { groupId: 'humhub:1', name: 'Bienvenue', ownerIds: ['humhub:6'], open: true, hasDescription: true },
    ]);
  });

  it('leave out and refuse the rest, each for its own reason', () => {
    expect(items.flatMap((item) => (item.type === 'skipped' ? [[item.line, item.reason]] : []))).toEqual([
      [1, 'unknown_activity'],
      [2, 'unknown_record'],
    ]);
    expect(refusedOf(items)).toEqual([
      ['humhub:activity:38', 'no_such_local_time'],
      ['humhub:activity:40', 'missing_field'],
      [null, 'missing_field'],
      [null, 'bad_json'],
    ]);
    expect(JSON.stringify(items)).not.toContain('CANARY');
  });

  it('may be one page laid out over many lines', async () => {
    const page = await read(fixture('activity.json'));
    expect(eventsOf(page)).toEqual(eventsOf(items).slice(0, 6));
  });

  it('are refused a time each without a zone', async () => {
    const naive = await read(fixture('pages.ndjson'), { zone: '' }).catch((error: { code: string }) => error.code);
    expect(naive).toBe('unknown_zone');
    const undeclared: ImportItem[] = [];
    for await (const batch of parseHumhub(fixture('activity.json'), { now })) undeclared.push(...batch);
    expect(eventsOf(undeclared)).toEqual([]);
    expect(refusedOf(undeclared).filter(([, code]) => code === 'naive_timestamp')).toHaveLength(7);
  });

  it.each([
    ['', 'empty_file'],
    ['{"total":0}', 'not_a_humhub_page'],
    ['hello', 'not_a_humhub_page'],
  ])('are not in a file that is none: %j', async (text, code) => {
    await expect(read(Readable.from([Buffer.from(text)]))).rejects.toMatchObject({ code });
  });
});
