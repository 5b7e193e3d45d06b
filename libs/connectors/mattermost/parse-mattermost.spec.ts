import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ImportItem } from '../import-item.js';
import { mentionedUsers } from './mentions.js';
import { itemsOf, zipped } from '../testing/zipped.js';
import { parseMattermost, parseMattermostExport } from './parse-mattermost.js';
import { mattermostKinds } from './post-events.js';

const now = new Date('2026-06-01T00:00:00Z');
const fixture = join(__dirname, 'fixtures', 'export.jsonl');

async function read(input: AsyncIterable<Buffer>): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const batch of parseMattermost(input, { now })) items.push(...batch);
  return items;
}

const inPieces = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size)),
  );

function only<T extends ImportItem['type']>(items: ImportItem[], type: T): Extract<ImportItem, { type: T }>[] {
  return items.filter((item): item is Extract<ImportItem, { type: T }> => item.type === type);
}

const eventsOf = (items: ImportItem[]) => only(items, 'event').map(({ row }) => row);

describe('a Mattermost bulk export', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read(createReadStream(fixture))));

  it('gives one event per act of a person', () => {
    const told = only(items, 'event').map(({ line, row }) => [line, row.kind, row.actor, row.target, row.quantity]);
    expect(told).toEqual([
      [9, 'post', 'anne', null, 1],
      [9, 'mention', 'anne', 'bob.r', 1],
      [9, 'reaction', 'bob.r', 'anne', 1],
      [9, 'comment', 'bob.r', 'anne', 1],
      [9, 'file_shared', 'bob.r', null, 2],
      [9, 'reaction', 'anne', 'bob.r', 1],
      [11, 'post', 'bob.r', null, 1],
      [14, 'message_sent', 'anne', 'bob.r', 1],
      [14, 'message_sent', 'bob.r', 'anne', 1],
      [15, 'message_sent', 'anne', null, 1],
    ]);
  });

  it('reports the kinds of event that it says, and no other', () => {
    expect([...new Set(eventsOf(items).map(({ kind }) => kind))].sort()).toEqual([...mattermostKinds].sort());
  });

  it('ties replies and reactions to their post, each at its own time', () => {
    const [post, , reaction, comment, file, answer] = eventsOf(items);
    expect(comment).toMatchObject({ parent: post?.id, group: 'lyon/projet', occurredAt: '2026-03-02T08:10:00.000Z' });
    expect(reaction).toMatchObject({ object: post?.id, occurredAt: '2026-03-02T08:15:00.000Z' });
    expect(answer).toMatchObject({ object: comment?.id });
    expect(file).toMatchObject({ object: comment?.id });
    expect(new Set(eventsOf(items).map(({ id }) => id)).size).toBe(10);
  });

  it('names people and groups, without what is not known of them', () => {
    expect(only(items, 'person').map(({ row }) => row)).toMatchObject([
      {
        personId: 'anne',
        entity: null,
        name: 'Anne Martin',
        aliases: ['anne.martin@exemple.fr', 'anne'],
        validTo: null,
        bot: false,
      },
      { personId: 'bob.r', name: null, aliases: ['bob@exemple.fr', 'bob.r'], validTo: '2026-03-04', bot: false },
      { personId: 'veilleur', bot: true },
    ]);
    expect(only(items, 'group').map(({ row }) => row)).toMatchObject([
      { groupId: 'lyon/projet', name: 'Projet X', open: true, hasDescription: true },
      { groupId: 'lyon/comite', name: 'Comité', open: false, hasDescription: false },
    ]);
  });

  it('leaves out what no person wrote, and says why', () => {
    expect(only(items, 'skipped')).toEqual([
      { type: 'skipped', line: 8, reason: 'system_post' },
      { type: 'skipped', line: 10, reason: 'integration_post' },
      { type: 'skipped', line: 12, reason: 'system_post' },
      { type: 'skipped', line: 20, reason: 'unknown_record' },
    ]);
  });

  it('refuses broken lines by number and goes on', () => {
    expect(only(items, 'rejection').map(({ rejection }) => [rejection.line, rejection.code, rejection.field])).toEqual([
      [16, 'missing_field', 'actor'],
      [17, 'bad_timestamp', 'occurred_at'],
      [18, 'bad_json', null],
    ]);
  });

  it('keeps nothing of what was written', () => {
    expect(JSON.stringify(items)).not.toMatch(/Merci|Bonjour|Sans auteur|not json/);
  });

  it.each([1, 7, 1000])('is the same in pieces of %i bytes', async (size) => {
    expect(await read(inPieces(readFileSync(fixture), size))).toEqual(items);
  });

  it.each([
    ['', 'empty_file'],
    ['{"type":"team","team":{}}\n', 'not_a_mattermost_export'],
    ['hello\n', 'not_a_mattermost_export'],
    ['PK\u0003\u0004', 'zipped_file'],
  ])('is refused as a whole where it is none: %j', async (text, code) => {
    await expect(read(Readable.from([Buffer.from(text)]))).rejects.toMatchObject({ code });
  });
});

describe('an export in its zip', () => {
  it('is read as its lines are', async () => {
    const bytes = await zipped({ 'data/f/notes.txt': 'x', 'import.jsonl': readFileSync(fixture) });
    expect(await itemsOf(parseMattermostExport, bytes, now)).toEqual(await read(createReadStream(fixture)));
    expect(await itemsOf(parseMattermostExport, readFileSync(fixture), now)).toHaveLength(
      (await read(createReadStream(fixture))).length,
    );
    const without = itemsOf(parseMattermostExport, await zipped({ 'data/f/notes.txt': 'x' }), now);
    await expect(without).rejects.toMatchObject({ code: 'not_a_mattermost_export' });
  });
});

describe('mentions', () => {
  const users = new Set(['bob', 'bob.r', 'anne']);
  it.each([
    ['@bob', ['bob']],
    ['@bob.r, @BOB!', ['bob.r', 'bob']],
    ['@bob... @bob', ['bob']],
    ['bob@bob.r', []],
    ['@anne @all @bobby', []],
  ])('in %j', (message, expected) => {
    expect(mentionedUsers(message, 'anne', users)).toEqual(expected);
  });
});

const shared = process.env['ESSOR_SHARED'];
const realInput = shared === undefined ? it.skip : it;

realInput('the real Mattermost export (needs ESSOR_SHARED) has the counts of its provenance', async () => {
  const items = await read(createReadStream(join(shared ?? '', 'data/mattermost/export.jsonl')));
  const tally = (kind: string) => {
    const counts: Record<string, number> = {};
    for (const event of eventsOf(items)) if (event.kind === kind) counts[event.actor] = (counts[event.actor] ?? 0) + 1;
    return counts;
  };
  expect(tally('post')).toEqual({ harry: 5, ron: 4, malfoy: 2, snape: 1 });
  expect(tally('comment')).toEqual({ ron: 1 });
  expect(tally('reaction')).toEqual({ harry: 4, ron: 4, malfoy: 1 });
  expect(tally('mention')).toEqual({ harry: 1 });
  const reactions = eventsOf(items).filter(({ kind }) => kind === 'reaction');
  expect(reactions.filter(({ actor, target }) => actor === target)).toHaveLength(1);
  expect(only(items, 'skipped')).toHaveLength(8);
  expect(only(items, 'person').map(({ row }) => row.personId)).toEqual(['ron', 'harry', 'malfoy', 'pansy', 'snape']);
  expect(only(items, 'group')).toHaveLength(5);
  expect(only(items, 'rejection')).toEqual([]);
  expect(eventsOf(items)).toHaveLength(23);
});
