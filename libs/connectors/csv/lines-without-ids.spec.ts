import fc from 'fast-check';
import { hash } from 'node:crypto';
import { type CanonicalEvent } from '../event/canonical-event.js';
import { type FileRejection, UnreadableFileError } from '../rejection.js';
import { ContentIds } from './content-ids.js';
import { type EventTableOptions, parseEventsCsv } from './parse-events.js';
import { TimesSeen } from './times-seen.js';

const options: EventTableOptions = {
  now: new Date('2026-11-10T12:00:00Z'),
  ids: 'content',
  map: { occurred_at: 'date', actor: 'utilisateur', kind: 'type' },
  kinds: { post: ['Publication'], reaction: ["J'aime", 'Bravo'] },
  dateFormat: 'dd/MM/yyyy HH:mm',
  zone: 'Europe/Paris',
};
const head = 'date;utilisateur;type';

async function read(lines: readonly string[], over: Partial<EventTableOptions> = {}) {
  const rows: CanonicalEvent[] = [];
  const rejections: FileRejection[] = [];
  const input = (async function* () {
    yield await Promise.resolve(Buffer.from(`${[head, ...lines].join('\n')}\n`, 'latin1'));
  })();
  for await (const batch of parseEventsCsv(input, { ...options, ...over }))
    for (const one of batch) {
      if ('rejection' in one) rejections.push(one.rejection);
      else rows.push(one.row);
    }
  return { rows, rejections, ids: rows.map(({ id }) => id).sort() };
}

const post = '08/03/2026 14:05;anne;Publication';
const like = "08/03/2026 14:05;anne;J'aime";

describe('lines without ids', () => {
  it('are told by what they say, and all count within a file', async () => {
    const { rows, ids } = await read([post, like, post]);
    expect(rows.map(({ kind }) => kind)).toEqual(['post', 'reaction', 'post']);
    expect(new Set(ids).size).toBe(3);
    expect((await read([post])).ids[0]).toBe(rows[0]?.id);
  });

  it('have ids that a ledger can keep', async () => {
    for (const { id } of (await read([post, post])).rows) expect(id).toMatch(/^line:[0-9a-f]{64}(:2)?$/);
  });

  it('are the same in whatever order, and in files that overlap', async () => {
    const line = fc.constantFrom(post, like, '09/03/2026 14:05;anne;Publication', '08/03/2026 14:05;bob;Bravo');
    const lines = fc.array(line, { maxLength: 12 });
    const shuffled = lines.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given)));
    await fc.assert(
      fc.asyncProperty(shuffled, fc.nat(12), async ([given, some], cut) => {
        const { ids } = await read(given);
        const reversed = (await read([...given].reverse())).ids;
        const part = (await read(some.slice(0, cut))).ids;
        expect(reversed).toEqual(ids);
        expect(ids).toEqual(expect.arrayContaining(part));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same where a word is given another meaning', async () => {
    const { ids } = await read([post, like]);
    expect((await read([post, like], { kinds: { share: 'Publication', reaction: "J'aime" } })).ids).toEqual(ids);
  });

  it('are refused one by one, and those told of no id', async () => {
    const { rows, rejections } = await read([
      post,
      '31/02/2026 10:00;anne;Publication',
      '08/03/2026 14:05;;Bravo',
      post,
    ]);
    expect(rows).toHaveLength(2);
    expect(rejections.map(({ line, id, code }) => ({ line, id, code }))).toEqual([
      { line: 3, id: null, code: 'bad_timestamp' },
      { line: 4, id: null, code: 'missing_field' },
    ]);
  });

  it('of which only the day is known are acts of that day', async () => {
    const day = { dateFormat: 'dd/MM/yyyy' as const };
    const { rows, ids } = await read(['08/03/2026;anne;Publication', '08/03/2026;anne;Publication'], day);
    expect(new Set(ids).size).toBe(2);
    expect(rows.map(({ occurredAt, quantity }) => [occurredAt, quantity])).toEqual([
      ['2026-03-08T11:00:00.000Z', 1],
      ['2026-03-08T11:00:00.000Z', 1],
    ]);
  });

  it('are asked for an id where nobody said that there is none', async () => {
    await expect(read([post], { ids: 'column' })).rejects.toThrow(UnreadableFileError);
    const { ids: _, ...unsaid } = options;
    await expect(read([post], { ...unsaid, ids: undefined as never })).rejects.toMatchObject({
      code: 'missing_column',
      field: 'id',
    });
  });

  it('may be so many that no more are taken', () => {
    const ids = new ContentIds(2);
    const event = (actor: string): CanonicalEvent => ({
      ...{ id: '', occurredAt: '2026-03-08T11:00:00.000Z', kind: 'post', actor },
      ...{ object: null, parent: null, group: null, target: null, quantity: 1 },
    });
    const told = ['anne', 'bob', 'cleo', 'anne'].map((actor) => ids.idOf(event(actor), 'post'));
    expect(told.map((id) => id?.length ?? null)).toEqual([69, 69, null, 71]);
  });
});

it('tells a line that is dated in another way than the file declares', async () => {
  const { rows, rejections } = await read([
    post,
    '2026-03-08T14:05:00+01:00;anne;Bravo',
    '2026-03-08 14:05;anne;Bravo',
  ]);
  expect(rows).toHaveLength(1);
  expect(rejections).toEqual(
    [3, 4].map((line) => ({
      ...{ line, id: null, code: 'not_as_declared', field: 'occurred_at' },
      message: 'The time is not written as declared (dd/MM/yyyy HH:mm).',
    })),
  );
  expect((await read(['2026-03-08;anne;Bravo'], { grain: 'day' })).rejections[0]?.code).toBe('not_as_declared');
});

it('counts how often each of many was seen', () => {
  const seen = new TimesSeen(100_000);
  const hexes = Array.from({ length: 20_000 }, (_, n) => hash('sha256', String(n % 9000), 'hex'));
  const counts = new Map<string, number>();
  for (const hex of hexes) {
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
    if (seen.count(hex) !== counts.get(hex)) throw new Error(`${hex} was counted otherwise`);
  }
  expect(seen.count(hash('sha256', '0', 'hex'))).toBe(4);
});
