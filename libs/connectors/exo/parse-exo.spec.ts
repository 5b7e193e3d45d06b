import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ImportItem } from '../import-item.js';
import { exoKinds, meaningOf } from './operations.js';
import { parseExo } from './parse-exo.js';

const now = new Date('2026-06-01T00:00:00Z');
const fixture = join(__dirname, 'fixtures', 'analytics.ndjson');

async function read(input: AsyncIterable<Buffer>): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const batch of parseExo(input, { now })) items.push(...batch);
  return items;
}

describe('analytics of eXo', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read(createReadStream(fixture))));
  const events = () => items.flatMap((item) => (item.type === 'event' ? [{ line: item.line, ...item.row }] : []));

  it('give one event for each thing that a person did', () => {
    const told = events().map(({ line, kind, actor, group, object, parent }) => [
      ...[line, kind, actor, group, object, parent],
    ]);
    expect(told).toEqual([
      [1, 'login', 'exo:42', null, null, null],
      [2, 'view', 'exo:42', null, null, null],
      [3, 'post', 'exo:42', 'exo:7', 'exo:881', null],
      [4, 'comment', 'exo:43', 'exo:7', 'exo:comment12', 'exo:881'],
      [5, 'comment', 'exo:42', 'exo:7', 'exo:comment13', 'exo:comment12'],
      [6, 'reaction', 'exo:43', 'exo:7', 'exo:881', null],
      [7, 'reaction', 'exo:42', 'exo:7', 'exo:comment12', null],
      [8, 'share', 'exo:43', null, 'exo:881', null],
      [9, 'other', 'exo:42', null, 'exo:881', null],
      [10, 'group_created', 'exo:42', 'exo:8', null, null],
      [11, 'group_joined', 'exo:43', 'exo:8', null, null],
      [12, 'group_left', 'exo:43', 'exo:8', null, null],
      [13, 'other', 'exo:42', 'exo:8', null, null],
      [15, 'profile_completed', 'exo:42', null, null, null],
      [24, 'logout', 'exo:42', null, null, null],
    ]);
    expect(events()[0]).toMatchObject({ id: 'exo:9001', occurredAt: '2026-03-02T08:14:07.000Z', quantity: 1 });
    expect(new Set(events().map(({ kind }) => kind))).toEqual(new Set(exoKinds));
  });

  it('leave out what is no act, and say why', () => {
    const skipped = items.flatMap((item) => (item.type === 'skipped' ? [[item.line, item.reason]] : []));
    expect(skipped).toEqual([
      [14, 'done_by_others'],
      [16, 'account_record'],
      [17, 'account_record'],
      [18, 'snapshot'],
      [19, 'failed_operation'],
      [20, 'unknown_operation'],
      [24, 'unknown_record'],
    ]);
  });

  it('refuse a broken line each by its number', () => {
    const refused = items.flatMap((item) => (item.type === 'rejection' ? [item.rejection] : []));
    expect(refused.map(({ line, id, code, field }) => [line, id, code, field])).toEqual([
      [21, null, 'bad_json', null],
      [22, 'exo:9021', 'missing_field', 'actor'],
      [23, 'exo:9022', 'bad_timestamp', 'occurred_at'],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/secret|not analytics/);
  });

  it.each([
    ['', 'empty_file'],
    ['{"type":"version"}\n', 'not_an_exo_export'],
    ['hello\n', 'not_an_exo_export'],
  ])('are not in a file that is none: %j', async (text, code) => {
    await expect(read(Readable.from([Buffer.from(text)]))).rejects.toMatchObject({ code });
  });

  it('know no operation by the name of something that every object has', () => {
    expect(meaningOf('social', 'space', 'constructor')).toEqual({ skip: 'unknown_operation' });
    expect(meaningOf('__proto__', 'x', 'toString')).toEqual({ skip: 'unknown_operation' });
  });
});
