import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileInMemory } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { type DiscourseOptions, parseDiscourse } from './parse-discourse.js';
import { discourseKinds } from './posts.js';

const now = new Date('2026-06-01T00:00:00Z');
const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name));

async function read(bytes: Buffer, options: Partial<DiscourseOptions> = {}): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  const batches = parseDiscourse(fileInMemory(bytes, 100), { now, ...options });
  for await (const batch of batches) items.push(...batch);
  return items;
}

const eventsOf = (items: ImportItem[]) => items.flatMap((item) => (item.type === 'event' ? [item.row] : []));
const refusedOf = (items: ImportItem[]) =>
  items.flatMap((item) => (item.type === 'rejection' ? [[item.rejection.line, item.rejection.code]] : []));
const skippedOf = (items: ImportItem[]) => items.flatMap((item) => (item.type === 'skipped' ? [item.reason] : []));

describe('pages of Discourse', () => {
  it('give an event for each act', async () => {
    const items = await read(fixture('pages.ndjson'));
    const told = eventsOf(items).map(({ id, kind, actor, target, object, parent }) => [
      ...[id, kind, actor, target, object, parent],
    ]);
    expect(told).toEqual([
      ['discourse:post:101', 'post', 'alice', null, 'discourse:50/1', null],
      ['discourse:comment:102', 'comment', 'bob', null, 'discourse:50/2', 'discourse:50/1'],
      ['discourse:comment:103', 'comment', 'alice', null, 'discourse:50/3', 'discourse:50/2'],
      // A like stands in two lists, a post in two pages: each is one event.
      ['discourse:reaction:101:bob', 'reaction', 'bob', 'alice', 'discourse:50/1', null],
      ['discourse:reaction:101:bob', 'reaction', 'bob', 'alice', 'discourse:50/1', null],
      ['discourse:mention:102:alice', 'mention', 'bob', 'alice', 'discourse:50/2', null],
      ['discourse:comment:102', 'comment', 'bob', null, 'discourse:50/2', 'discourse:50/1'],
      ['discourse:message_sent:120', 'message_sent', 'bob', null, 'discourse:60/1', null],
    ]);
    const events = eventsOf(items);
    expect(events[6]).toEqual(events[1]);
    expect(events[4]).toEqual(events[3]);
    expect(new Set(events.map(({ group }) => group))).toEqual(new Set(['discourse:4']));
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(discourseKinds));
    expect(skippedOf(items)).toEqual(['system_post', 'system_post', 'told_elsewhere']);
    expect(refusedOf(items)).toEqual([
      [1, 'naive_timestamp'],
      [1, 'missing_field'],
      [3, 'bad_json'],
    ]);
    expect(JSON.stringify(items)).not.toContain('CANARY');
  });

  it('may be a topic', async () => {
    const post = {
      id: 9,
      post_number: 1,
      post_type: 1,
      topic_id: 3,
      username: 'a',
      created_at: '2026-03-02T08:00:00Z',
    };
    const text = JSON.stringify({ post_stream: { posts: [post] } }, null, 1);
    expect(eventsOf(await read(Buffer.from(text)))).toMatchObject([{ id: 'discourse:post:9' }]);
  });
});

describe('the list of users of Discourse', () => {
  it('gives people and no event', async () => {
    const notes: string[] = [];
    const items = await read(fixture('user-list.csv'), { onNote: (code) => notes.push(code) });
    expect(items.flatMap((item) => (item.type === 'person' ? [item.row] : []))).toMatchObject([
      { personId: 'alice', aliases: ['alice@exemple.fr', 'alice'], name: 'Alice Martin', bot: false },
      { personId: 'discobot', bot: true },
    ]);
    expect(notes).toEqual(['people_only']);
    expect(skippedOf(items)).toEqual(['staged_account']);
    expect(refusedOf(items)).toEqual([[4, 'missing_field']]);
    expect(eventsOf(items)).toEqual([]);
  });

  it('proposes the location that each gives as a place, whatever stands there', async () => {
    const long = 'x'.repeat(400);
    const lines = ['1,ana,a@acme.example,Lyon', '2,ben,b@acme.example,', `3,cleo,c@acme.example,${long}`];
    const items = await read(Buffer.from(['id,username,email,location', ...lines, ''].join('\n')));
    const places = items.flatMap((item) => (item.type === 'person' ? [item.row.entityPath] : []));
    expect(places).toEqual(['Lyon', undefined, undefined]);
  });
});

it.each([
  ['', 'empty_file'],
  ['{"users":[]}', 'not_a_discourse_page'],
  ['date,value\n2026-03-02,3\n', 'only_totals'],
  ['a,b\n1,2\n', 'not_a_discourse_page'],
])('what is neither is refused: %j', async (text, code) => {
  await expect(read(Buffer.from(text))).rejects.toMatchObject({ code });
});
