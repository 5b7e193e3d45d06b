import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type CanonicalEvent } from '../event/canonical-event.js';
import { type FileRejection } from '../rejection.js';
import { type EventTableOptions, parseEventsCsv } from './parse-events.js';
import { type ByteStream } from './text-stream.js';

const now = new Date('2026-03-10T12:00:00Z');
const header = 'id,occurred_at,kind,actor,object,parent,group,target,quantity';

async function read(input: string | Buffer | ByteStream, options: Partial<EventTableOptions> = {}) {
  const rows: CanonicalEvent[] = [];
  const lines: number[] = [];
  const rejections: FileRejection[] = [];
  const stream = typeof input === 'string' || Buffer.isBuffer(input) ? bytes(Buffer.from(input)) : input;
  for await (const batch of parseEventsCsv(stream, { now, ...options })) {
    for (const parsed of batch) {
      if ('rejection' in parsed) rejections.push(parsed.rejection);
      else {
        rows.push(parsed.row);
        lines.push(parsed.line);
      }
    }
  }
  return { rows, lines, rejections };
}

async function* bytes(buffer: Buffer, size = 5): ByteStream {
  for (let start = 0; start < buffer.length; start += size)
    yield await Promise.resolve(buffer.subarray(start, start + size));
}

const line = (id: string, more = 'anne,,,,,') => `${id},2026-03-02T08:14:07Z,post,${more}`;

describe('a file of events', () => {
  it('gives its rows', async () => {
    const { rows, rejections } = await read(`${header}\n${line('e1', 'anne,p1,p0,g,bob,3')}\n`);
    expect(rejections).toEqual([]);
    expect(rows).toEqual([
      {
        id: 'e1',
        occurredAt: '2026-03-02T08:14:07.000Z',
        kind: 'post',
        actor: 'anne',
        object: 'p1',
        parent: 'p0',
        group: 'g',
        target: 'bob',
        quantity: 3,
      },
    ]);
  });

  it.each([
    ['a byte order mark', `\ufeff${header}\n${line('e1')}\n${line('e2')}`],
    ['Windows line ends', `${header}\r\n${line('e1')}\r\n${line('e2')}\r\n`],
    ['semicolons', `${header}\n${line('e1')}\n${line('e2')}`.replaceAll(',', ';')],
    ['tabs', `${header}\n${line('e1')}\n${line('e2')}`.replaceAll(',', '\t')],
    ['quotes everywhere', `${header}\n${line('e1')}\n${line('e2')}`.replace(/[^,\n]+/g, '"$&"')],
    ['empty lines', `\n${header}\n\n${line('e1')}\n,,,,,,,,\n${line('e2')}\n\n`],
    ['empty cells at the end', `${header}\n${line('e1')},,\n${line('e2')},`],
    ['capitals and spaces', `${header.toUpperCase().replaceAll(',', ' , ')}\n ${line('e1')}\n${line('e2')} `],
  ])('may have %s', async (_, text) => {
    const { rows, rejections } = await read(text);
    expect(rejections).toEqual([]);
    expect(rows.map(({ id, actor }) => [id, actor])).toEqual([
      ['e1', 'anne'],
      ['e2', 'anne'],
    ]);
  });

  it('may have other columns, other words, and fewer columns', async () => {
    const map = { id: 'event_id', occurred_at: 'at', kind: 'Verb' };
    const kinds = { message_sent: ['message', 'mp'], post: 'publication' };
    const headers: string[][] = [];
    const text =
      'event_id,at,verb,actor,mood\n1,2026-03-02T08:14Z,message,a,\n2,2026-03-02T08:14Z,mp,a,\n3,2026-03-02T08:14Z,publication,a,\n4,2026-03-02T08:14Z,comment,a,x';
    const { rows } = await read(text, { map, kinds, onHeader: ({ unused }) => headers.push(unused) });
    expect(rows.map(({ kind }) => kind)).toEqual(['message_sent', 'message_sent', 'post', 'comment']);
    expect(headers).toEqual([['mood']]);
  });

  it('reports each bad line by its number and takes the rest', async () => {
    const text = [
      header,
      line('e1'),
      'e2,2026-03-02T08:14:07,post,anne,,,,,',
      'e3,2026-03-02T08:14:07Z,poke,anne,,,,,',
      '"e4","2026-03-02T08:14:07Z",post,"an\nne",,,,,',
      'e5,2026-03-02T08:14:07Z,post,,,,,,',
      'e6,2027-03-02T08:14:07Z,post,anne,,,,,',
      'e7,2026-03-02T08:14:07Z,post,anne,,,,,many',
      'e8,2026-03-02T08:14:07Z,post',
      'e9,2026-03-02T08:14:07Z,post,"anne,,,,,',
      line('e10'),
    ].join('\n');
    const { rows, lines, rejections } = await read(text);
    expect(rows.map(({ id }) => id)).toEqual(['e1', 'e10']);
    expect(lines).toEqual([2, 12]);
    expect(rejections.map(({ line: at, id, code, field }) => [at, id, code, field])).toEqual([
      [3, 'e2', 'naive_timestamp', 'occurred_at'],
      [4, 'e3', 'unknown_kind', 'kind'],
      [5, 'e4', 'control_character', 'actor'],
      [7, 'e5', 'missing_field', 'actor'],
      [8, 'e6', 'future_timestamp', 'occurred_at'],
      [9, 'e7', 'bad_quantity', 'quantity'],
      [10, null, 'wrong_column_count', null],
      [11, null, 'bad_quote', null],
    ]);
  });

  it('refuses text that is not UTF-8', async () => {
    const latin = Buffer.from(`${header}\n${line('e1', 'Hélène,,,,,')}\n${line('e2')}`, 'latin1');
    const { rows, rejections } = await read(latin);
    expect(rows).toHaveLength(1);
    expect(rejections).toMatchObject([{ line: 2, id: 'e1', code: 'bad_encoding', field: 'actor' }]);
  });

  it('comes in batches of bounded size', async () => {
    const text = `${header}\n${Array.from({ length: 4500 }, (_, i) => line(`e${i}`)).join('\n')}`;
    const sizes: number[] = [];
    for await (const batch of parseEventsCsv(bytes(Buffer.from(text), 65_536), { now })) sizes.push(batch.length);
    expect(sizes).toEqual([2000, 2000, 500]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['', {}, 'empty_file', null],
    ['\n\n', {}, 'empty_file', null],
    ['id,kind,actor\n', {}, 'missing_column', 'occurred_at'],
    [header, { map: { target: 'person' } }, 'missing_column', 'target'],
    [header, { map: { person: 'target' } }, 'unknown_column', 'person'],
    [header, { kinds: { poke: 'x' } }, 'unknown_kind', 'poke'],
    [`${header},kind`, {}, 'duplicate_column', 'kind'],
    [Buffer.from(`\ufeff${header}`, 'utf16le'), {}, 'unsupported_encoding', null],
    [Buffer.from('PK\u0003\u0004'), {}, 'zipped_file', null],
  ])('%j with %j is refused: %s %s', async (text, options, code, field) => {
    await expect(read(text, options)).rejects.toMatchObject({ name: 'UnreadableFileError', code, field });
  });
});

const shared = process.env['ESSOR_SHARED'];
const realInput = shared === undefined ? it.skip : it;

realInput('the real message file (needs ESSOR_SHARED) gives every event, and refuses none', async () => {
  const { rows, rejections } = await read(createReadStream(join(shared ?? '', 'data/collegemsg/events.csv')), {
    map: { id: 'event_id', occurred_at: 'at', kind: 'verb', target: 'target_person', group: 'container' },
    kinds: { message_sent: 'message' },
  });
  expect(rejections).toEqual([]);
  expect(rows).toHaveLength(59_835);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(59_835);
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['message_sent']));
  expect(new Set(rows.map(({ actor }) => actor)).size).toBe(1350);
  expect(new Set(rows.flatMap(({ actor, target }) => [actor, target])).size).toBe(1899);
  expect([rows[0]?.occurredAt, rows.at(-1)?.occurredAt]).toEqual([
    '2004-04-15T14:56:01.000Z',
    '2004-10-26T07:52:22.000Z',
  ]);
});
