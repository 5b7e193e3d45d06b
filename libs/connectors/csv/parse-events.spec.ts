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

const pieces = bytes;

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
    ['the line ends of old systems', `${header}\r${line('e1')}\r${line('e2')}\r`],
    ['several line ends', `${header}\r\n${line('e1')}\r${line('e2')}\n`],
    ['a line that names the delimiter', `sep=;\r\n${`${header}\n${line('e1')}\n${line('e2')}`.replaceAll(',', ';')}`],
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

  it('may be of another encoding, and is damaged where only a line is', async () => {
    const text = `${header}\n${line('e1', 'Hélène,,,,,')}\n${line('e2')}`;
    const notes: string[] = [];
    const onNote = (code: string) => notes.push(code);
    for (const bytes of [Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const { rows, rejections } = await read(bytes, { onNote });
      expect(rejections).toEqual([]);
      expect(rows.map(({ actor }) => actor)).toEqual(['Hélène', 'anne']);
    }
    expect(notes).toEqual(['read_as_windows_1252']);
    const damaged = Buffer.concat([
      Buffer.from(`${header}\n${line('e0', 'Zoé,,,,,')}\n`),
      Buffer.from(`${line('e1', 'Hélène,,,,,')}\n`, 'latin1'),
      Buffer.from(`${line('e2', 'é,,,,,')}\n${line('e3', 'à,,,,,')}\n`),
    ]);
    const { rows, rejections } = await read(damaged);
    expect(rows.map(({ id }) => id)).toEqual(['e0', 'e2', 'e3']);
    expect(rejections).toMatchObject([{ line: 3, id: 'e1', code: 'bad_encoding', field: 'actor' }]);
  });

  it('counts what cannot be stored, and lines that never end, one by one', async () => {
    const text = [
      header,
      line('e1', 'an\u0000ne,,,,,'),
      line('e2', `${'x'.repeat(1_300_000)},,,,,`),
      line('e3', `"${'y\n'.repeat(50)}",,,,,`),
      line('e4'),
      line('e5', '"never closed,,,,,'),
      line('e6'),
    ].join('\n');
    const lone = Buffer.from(`\ufeff${text}`, 'utf16le');
    lone.writeUInt16LE(0xd800, lone.indexOf(Buffer.from('an\u0000ne', 'utf16le')) + 4);
    for (const [bytes, code] of [
      [Buffer.from(text), 'control_character'],
      [lone, 'bad_encoding'],
    ] as const) {
      const { rows, rejections } = await read(pieces(bytes, 65_536));
      expect(rows.map(({ id }) => id)).toEqual(['e4', 'e6']);
      expect(rejections.map((rejection) => [rejection.line, rejection.code])).toEqual([
        [2, code],
        [3, 'line_too_long'],
        [4, 'control_character'],
        [56, 'bad_quote'],
      ]);
    }
  });

  it('may write its times in its own way', async () => {
    const text =
      'id;occurred_at;kind;actor\n1;02/03/2026 09:14;post;a\n2;29/02/2026 09:14;post;a\n3;29/03/2026 02:30;post;a\n4;25/10/2025 02:30;post;a\n5;26/10/2025 02:30;post;a';
    const notes: string[] = [];
    const onNote = (code: string) => notes.push(code);
    const declared = { dateFormat: 'dd/MM/yyyy HH:mm', zone: 'Europe/Paris' } as const;
    const late = { now: new Date('2026-04-01T00:00:00Z'), onNote };
    const { rows, rejections } = await read(text, { ...declared, ...late });
    expect(rows.map(({ id, occurredAt }) => [id, occurredAt])).toEqual([
      ['1', '2026-03-02T08:14:00.000Z'],
      ['4', '2025-10-25T00:30:00.000Z'],
      ['5', '2025-10-26T00:30:00.000Z'],
    ]);
    expect(rejections.map(({ id, code, field }) => [id, code, field])).toEqual([
      ['2', 'bad_timestamp', 'occurred_at'],
      ['3', 'no_such_local_time', 'occurred_at'],
    ]);
    expect(notes).toEqual(['doubled_local_time']);
    const naive = await read(text, { ...late, dateFormat: 'dd/MM/yyyy HH:mm' });
    expect(naive.rejections.map(({ code }) => code)).toEqual([
      'naive_timestamp',
      'bad_timestamp',
      'naive_timestamp',
      'naive_timestamp',
      'naive_timestamp',
    ]);
  });

  it('may leave out a column that is the same everywhere', async () => {
    const text = 'id,occurred_at,actor,kind\n1,2026-03-02T08:14Z,a,x\n2,2026-03-02T08:14Z,b,y,\n3,2026-03-02T08:14Z,c';
    const { rows, rejections } = await read(text, { fixed: { kind: 'post', group: 'all' } });
    expect(rows.map(({ kind, group, actor }) => [kind, group, actor])).toEqual([
      ['post', 'all', 'a'],
      ['post', 'all', 'b'],
    ]);
    expect(rejections).toMatchObject([{ line: 4, code: 'wrong_column_count' }]);
  });

  it('refuses lines of other times, numbers that nobody has, names of objects and a field of a megabyte, each alone', async () => {
    const at = (id: string, instant: string, more = 'anne,,,,,') => `${id},${instant},post,${more}`;
    const text = [
      header,
      at('e1', '1970-01-01T00:00:00Z'),
      at('e2', '2100-01-01T00:00:00Z'),
      at('e3', '2026-02-29T10:00:00Z'),
      ...['99999999999999999999', '1e999', '-1', 'NaN'].map((count) => line(`q${count}`, `anne,,,,,${count}`)),
      `__proto__,2026-03-02T08:14:07Z,__proto__,anne,,,,,`,
      `e4,2026-03-02T08:14:07Z,post,${'x'.repeat(1_000_000)},,,,,`,
      at('__proto__', '2026-03-02T08:14:07Z', 'constructor,__proto__,,,,'),
      '',
    ].join('\n');
    const { rows, rejections } = await read(pieces(Buffer.from(text), 65_536));
    expect(rejections.map(({ line: place, code }) => `${place} ${code}`)).toEqual([
      '2 early_timestamp',
      '3 future_timestamp',
      '4 bad_timestamp',
      ...[5, 6, 7, 8].map((place) => `${place} bad_quantity`),
      '9 unknown_kind',
      '10 too_long',
    ]);
    expect(rows.map(({ actor, object }) => [actor, object])).toEqual([['constructor', '__proto__']]);
  });

  it('comes in batches of bounded size', async () => {
    const text = `${header}\n${Array.from({ length: 4500 }, (_, i) => line(`e${i}`)).join('\n')}`;
    const sizes: number[] = [];
    for await (const batch of parseEventsCsv(bytes(Buffer.from(text), 65_536), { now })) sizes.push(batch.length);
    expect(sizes).toEqual([2000, 2000, 500]);
  });
});

describe('a file of days', () => {
  const text =
    'Jour;Qui;Messages;Lectures;Remarque\n02/03/2026;a;2;35;\n02/03/2026;b;;0;\n02/03/2026;c;two;1;\n31/02/2026;d;1;1;\n03/03/2026;a;2;;';
  const options = {
    map: { occurred_at: 'Jour', actor: 'Qui' },
    counts: { post: 'Messages', view: 'Lectures' },
    dateFormat: 'dd/MM/yyyy',
    zone: 'Europe/Paris',
  } as const;

  it('gives an event for each count that is not 0, at the middle of the day', async () => {
    const { rows, lines, rejections } = await read(text, options);
    expect(rows.map(({ occurredAt, kind, actor, quantity }) => [occurredAt, kind, actor, quantity])).toEqual([
      ['2026-03-02T11:00:00.000Z', 'post', 'a', 2],
      ['2026-03-02T11:00:00.000Z', 'view', 'a', 35],
      ['2026-03-03T11:00:00.000Z', 'post', 'a', 2],
    ]);
    expect(lines).toEqual([2, 2, 6]);
    expect(rejections.map((rejection) => [rejection.line, rejection.code, rejection.field])).toEqual([
      [4, 'bad_quantity', 'quantity'],
      [5, 'bad_timestamp', 'occurred_at'],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
    expect(await read(text, options)).toEqual({ rows, lines, rejections });
  });

  it('may count one kind a line, with or without ids', async () => {
    const days =
      'occurred_at,kind,actor,quantity\n2026-03-02,post,a,3\n2026-03-02T23:59:59Z,comment,a,\n2026-03-02,view,a,0';
    const { rows } = await read(days, { grain: 'day' });
    expect(rows.map(({ occurredAt, kind, quantity }) => [occurredAt, kind, quantity])).toEqual([
      ['2026-03-02T10:30:00.000Z', 'post', 3],
      ['2026-03-02T10:30:00.000Z', 'comment', 1],
    ]);
    const named = await read('id,occurred_at,actor,p,v\nx,2026-03-02,a,1,1', { counts: { post: 'p', view: 'v' } });
    expect(named.rows.map(({ id }) => id)).toEqual(['x:post', 'x:view']);
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
    [`${header}${','.repeat(2000)}`, {}, 'too_many_columns', null],
    [Buffer.from(header, 'utf16le'), {}, 'unsupported_encoding', null],
    [header, { fixed: { person: 'x' } }, 'unknown_column', 'person'],
    [header, { zone: 'Europe/Lutetia' }, 'unknown_zone', null],
    [header, { counts: { poke: 'x' } }, 'unknown_kind', 'poke'],
    [header, { counts: { view: 'Reads' } }, 'missing_column', 'view'],
    ['x'.repeat(1_100_000), {}, 'line_too_long', null],
    [Buffer.from('PK\u0003\u0004'), {}, 'zipped_file', null],
  ])('%j with %j is refused: %s %s', async (text, options, code, field) => {
    const input = text.length > 10_000 ? pieces(Buffer.from(text), 65_536) : text;
    await expect(read(input, options)).rejects.toMatchObject({ name: 'UnreadableFileError', code, field });
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
