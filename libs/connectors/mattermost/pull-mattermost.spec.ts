import fc from 'fast-check';
import { type ImportItem } from '../import-item.js';
import { freshCursor, type PullContext, type PullCursor } from '../pull/pull-plan.js';
import { pullMattermost } from './pull-mattermost.js';

const now = new Date('2026-06-01T12:00:00Z');
const settings = {
  ...{ since: '2026-01-01', zone: null, user: null, tenant: null, clientId: null, authority: null },
};
const at = Date.parse('2026-05-20T08:00:00Z');
const hours = (n: number) => n * 3_600_000;

type Post = Record<string, unknown> & { id: string; create_at: number };

const users = [
  { id: 'u1', username: 'Anne', email: 'Anne@x.fr', first_name: 'Anne', last_name: '', delete_at: 0 },
  { id: 'u2', username: 'bob.r', email: '', delete_at: at },
  { id: 'u3', username: 'watch', is_bot: true, delete_at: 0 },
];
const channel = (id: string, lastPost: number) => ({
  ...{ id, team_name: 'lyon', name: id, display_name: id.toUpperCase(), type: 'O', header: 'CANARY', delete_at: 0 },
  last_post_at: lastPost,
});

class Server {
  readonly asked: string[] = [];
  posts: Record<string, Post[]> = {};
  constructor(
    private readonly pageSize = 200,
    private readonly beforeEach: () => void = () => undefined,
  ) {}

  readonly reader: PullContext['reader'] = {
    json: (path, query) => {
      this.beforeEach();
      const page = Number(query?.['page']);
      this.asked.push(`${path.replace('api/v4/', '')} ${page}`);
      if (path.endsWith('/users')) return Promise.resolve(page === 0 ? users : []);
      if (path.endsWith('/channels')) {
        const list = Object.entries(this.posts).map(([id, posts]) =>
          channel(id, Math.max(0, ...posts.map((one) => Number(one.create_at) || 0))),
        );
        return Promise.resolve(page === 0 ? list.reverse() : []);
      }
      const all = [...(this.posts[path.split('/')[3] ?? ''] ?? [])].sort(
        (one, other) => other.create_at - one.create_at,
      );
      const order = all.slice(page * this.pageSize, (page + 1) * this.pageSize).map(({ id }) => id);
      const older = all[(page + 1) * this.pageSize]?.id ?? '';
      return Promise.resolve({
        order,
        posts: Object.fromEntries(all.map((post) => [post.id, post])),
        prev_post_id: older,
      });
    },
    file: () => Promise.reject(new Error('no files here')),
  };
}

async function read(server: Server, cursor: PullCursor, when = now, dies = Infinity) {
  const items: ImportItem[] = [];
  let pages = 0;
  for await (const page of pullMattermost.pages({ reader: server.reader, settings, now: when }, cursor)) {
    items.push(...page.items);
    cursor = page.cursor;
    if (++pages >= dies) break;
  }
  return { items, cursor };
}

const eventsOf = (items: readonly ImportItem[]) => items.flatMap((item) => (item.type === 'event' ? [item.row] : []));
const post = (id: string, over: object = {}): Post => ({
  ...{ id, create_at: at, user_id: 'u1', root_id: '', message: 'CANARY', type: '' },
  ...over,
});

describe('Mattermost, fetched', () => {
  it('tells people, channels, and one event per act', async () => {
    const server = new Server();
    server.posts = {
      ca: [
        post('p1', {
          message: 'CANARY @bob.r and @nobody',
          file_ids: ['f1', 'f2'],
          metadata: {
            reactions: [
              { user_id: 'u2', post_id: 'p1', emoji_name: 'tada', create_at: at + 60_000 },
              { user_id: 'u9', post_id: 'p1', emoji_name: 'tada', create_at: at + 60_000 },
            ],
          },
        }),
        post('p2', { root_id: 'p1', user_id: 'u2', create_at: at + 1000 }),
        post('p3', { type: 'system_join_channel' }),
        post('p4', { props: { from_bot: 'true' }, user_id: 'u3' }),
        post('p5', { user_id: 'u9' }),
        post('p6', { create_at: 'soon' as unknown as number }),
      ],
    };
    const { items } = await read(server, freshCursor);
    const people = items.flatMap((item) => (item.type === 'person' ? [item.row] : []));
    expect(people).toMatchObject([
      { personId: 'anne', aliases: ['anne@x.fr', 'anne'], bot: false },
      { personId: 'bob.r', validTo: '2026-05-20' },
      { personId: 'watch', bot: true },
    ]);
    const groups = items.flatMap((item) => (item.type === 'group' ? [item.row] : []));
    expect(groups).toMatchObject([{ groupId: 'lyon/ca', name: 'CA', open: true, hasDescription: true }]);
    const told = eventsOf(items).map(({ id, kind, actor, target, quantity }) => [id, kind, actor, target, quantity]);
    expect(told.sort()).toEqual([
      ['mattermost:mention:p1:bob.r', 'mention', 'anne', 'bob.r', 1],
      ['mattermost:post:p1', 'post', 'anne', null, 1],
      ['mattermost:post:p1:files', 'file_shared', 'anne', null, 2],
      ['mattermost:post:p2', 'comment', 'bob.r', 'anne', 1],
      [`mattermost:reaction:p1:u2:tada:${at + 60_000}`, 'reaction', 'bob.r', 'anne', 1],
    ]);
    expect(eventsOf(items).every(({ group }) => group === 'lyon/ca')).toBe(true);
    expect(eventsOf(items).find(({ kind }) => kind === 'comment')?.parent).toBe('mattermost:post:p1');
    const skipped = items.flatMap((item) => (item.type === 'skipped' ? [item.reason] : []));
    expect(skipped.sort()).toEqual(['integration_post', 'system_post', 'unknown_author', 'unknown_author']);
    expect(items.flatMap((item) => (item.type === 'rejection' ? [item.rejection.code] : []))).toEqual([
      'bad_timestamp',
    ]);
    expect(JSON.stringify(items)).not.toContain('CANARY');
  });

  it('knows a message again that was edited', async () => {
    const server = new Server();
    server.posts = { ca: [post('p1', { message: '@anne @bob.r' })] };
    const before = eventsOf((await read(server, freshCursor)).items);
    server.posts = { ca: [post('p1', { message: '@bob.r, then', edit_at: at + 5000 })] };
    const after = eventsOf((await read(server, freshCursor)).items);
    expect(after).toEqual(before);
  });

  it('asks only for channels that moved: of a day each time, and of a week once a day, for late reactions', async () => {
    const server = new Server();
    const moved = (id: string, before: number) => [post(id, { create_at: now.getTime() - hours(before) })];
    server.posts = { old: moved('p1', 300), ca: moved('p2', 100), cb: moved('p3', 1) };
    const { cursor } = await read(server, freshCursor);
    expect(cursor).toEqual({ through: now.toISOString(), accounts: now.toISOString(), walk: null });
    server.asked.length = 0;
    const soon = await read(server, cursor, new Date(now.getTime() + hours(1)));
    expect(server.asked).toEqual(['users 0', 'channels 0', 'channels/cb/posts 0']);
    expect(soon.items.every(({ type }) => type === 'event')).toBe(true);
    const reaction = { user_id: 'u2', emoji_name: 'x', create_at: now.getTime() + 5000 };
    server.posts['ca']![0]!['metadata'] = { reactions: [reaction] };
    server.asked.length = 0;
    const tomorrow = await read(server, soon.cursor, new Date(now.getTime() + hours(24)));
    expect(server.asked.slice(2)).toEqual(['channels/ca/posts 0', 'channels/cb/posts 0']);
    expect(eventsOf(tomorrow.items).map(({ kind }) => kind)).toEqual(['post', 'reaction', 'post']);
    expect(tomorrow.items.filter(({ type }) => type === 'person')).toHaveLength(3);
  });

  it('loses nothing, whatever is written and taken away meanwhile and wherever a reading dies', async () => {
    const coming = fc.array(fc.constantFrom('', 'ca', 'cb', 'cc', '-ca', '-cb'), { maxLength: 60 });
    // So that reading back a week does not find what a walk has lost.
    const apart = 240;
    const deaths = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 });
    const sizes = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12));
    await fc.assert(
      fc.asyncProperty(sizes, coming, deaths, async ([a, b, c], arriving, dying) => {
        let next = 0;
        const write = (place: string) => {
          const id = `p${++next}`;
          (server.posts[place] ??= []).push(post(id, { create_at: at + apart * hours(next) }));
        };
        const server: Server = new Server(3, () => {
          const place = arriving.shift();
          if (place?.startsWith('-')) server.posts[place.slice(1)]?.pop();
          else if (place) write(place);
        });
        for (const [place, count] of [
          ['ca', a],
          ['cb', b],
          ['cc', c],
        ] as const)
          for (let left = count; left > 0; left--) write(place);
        const known = new Set<string>();
        let cursor = freshCursor;
        for (const dies of [...dying, Infinity, Infinity]) {
          const run = await read(server, cursor, new Date(at + apart * hours(next)), dies);
          for (const { id } of eventsOf(run.items)) known.add(id);
          cursor = run.cursor;
          if (dies === Infinity) arriving.length = 0;
        }
        const written = Object.values(server.posts).flatMap((posts) => posts.map(({ id }) => `mattermost:post:${id}`));
        expect(written.filter((id) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is not what answers in another form', async () => {
    const reader: PullContext['reader'] = {
      json: () => Promise.resolve({ message: 'no' }),
      file: () => Promise.reject(new Error('no files here')),
    };
    await expect(pullMattermost.check({ reader, settings, now })).rejects.toMatchObject({ code: 'unexpected_answer' });
  });
});
