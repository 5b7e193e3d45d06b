import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportItem } from '../import-item.js';
import { freshCursor, type PullContext, type PullCursor, type PulledPage } from '../pull/pull-plan.js';
import { pullHumhub } from './pull-humhub.js';

const now = new Date('2026-06-01T12:00:00Z');
const settings = {
  ...{ since: '2026-01-01', zone: 'UTC', user: null, tenant: null, clientId: null, authority: null },
};

interface Act {
  id: number;
  at: number;
}

const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const person = { id: 5, guid: 'g', display_name: 'CANARY', account: { username: 'alice', email: 'a@x.fr' } };
const activityOf = ({ id, at }: Act) => ({
  ...{ id, class: 'humhub\\modules\\space\\activities\\MemberAdded', content: { output: 'CANARY' } },
  ...{ originator: { id: 5 }, source: { id: 1, name: 'CANARY' }, createdAt: written(at) },
});

/** A server whose list is the latest first, in pages of three whatever is asked for. */
class Server {
  readonly asked: string[] = [];
  acts: Act[] = [];
  constructor(private readonly beforeEach: () => void = () => undefined) {}

  readonly reader: PullContext['reader'] = {
    json: (path, query) => {
      this.beforeEach();
      const part = path.split('/').at(-1) ?? '';
      const page = Number(query?.['page']);
      this.asked.push(`${part} ${page}`);
      const sorted = [...this.acts].sort((one, other) => other.at - one.at || other.id - one.id);
      const all: object[] = part === 'activity' ? sorted.map(activityOf) : part === 'user' ? [person] : [];
      const results = all.slice((page - 1) * 3, page * 3);
      return Promise.resolve({ total: all.length, page, pages: Math.ceil(all.length / 3), results });
    },
    file: () => Promise.reject(new Error('no files here')),
  };

  pages(cursor: PullCursor, at = now): AsyncGenerator<PulledPage> {
    return pullHumhub.pages({ reader: this.reader, settings, now: at }, cursor);
  }
}

const idsOf = (items: readonly ImportItem[]) => items.flatMap((item) => (item.type === 'event' ? [item.row.id] : []));

/** Reads to the end, or to the page after which it dies. */
async function read(server: Server, cursor: PullCursor, at = now, dies = Infinity) {
  const told = new Set<string>();
  let pages = 0;
  for await (const page of server.pages(cursor, at)) {
    for (const id of idsOf(page.items)) told.add(id);
    cursor = page.cursor;
    if (++pages >= dies) break;
  }
  return { told, cursor };
}

const start = Date.parse('2026-05-01T00:00:00Z');
const hours = (n: number) => n * 3_600_000;

describe('HumHub, fetched', () => {
  it('tells accounts and spaces, then activity until it ends', async () => {
    const server = new Server();
    server.acts = [1, 2, 3, 4].map((id) => ({ id, at: start + hours(id) }));
    const { told, cursor } = await read(server, freshCursor);
    expect(server.asked).toEqual(['user 1', 'space 1', 'activity 1', 'activity 2']);
    expect([...told].sort()).toEqual([1, 2, 3, 4].map((id) => `humhub:activity:${id}`));
    expect(cursor).toEqual({ through: now.toISOString(), accounts: now.toISOString(), walk: null });
  });

  it('asks an hour later for no more than the days in which the list still moves', async () => {
    const server = new Server();
    server.acts = Array.from({ length: 30 }, (_, id) => ({ id: id + 1, at: now.getTime() - hours(id * 12) }));
    const { cursor } = await read(server, freshCursor);
    server.asked.length = 0;
    const later = new Date(now.getTime() + hours(1));
    expect((await read(server, cursor, later)).told.size).toBe(5);
    expect(server.asked).toEqual(['activity 1', 'activity 2', 'activity 3']);
  });

  it('leaves what is older than asked for to others', async () => {
    const server = new Server();
    server.acts = [
      { id: 1, at: Date.parse('2025-12-31T23:59:59Z') },
      { id: 2, at: Date.parse('2026-01-01T00:00:00Z') },
    ];
    expect([...(await read(server, freshCursor)).told]).toEqual(['humhub:activity:2']);
  });

  it('loses nothing, whatever comes and goes meanwhile and wherever a reading dies', async () => {
    const arrivals = fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 40 });
    // So that reading back two days does not find what a walk has lost.
    const apart = 72;
    const deaths = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 20 }), arrivals, deaths, async (count, coming, dying) => {
        let next = count + 1;
        const server: Server = new Server(() => {
          const change = coming.shift() ?? 0;
          // The latest goes away.
          if (change < 0) server.acts.pop();
          for (let left = change; left > 0; left--) {
            server.acts.push({ id: next, at: start + apart * hours(next) });
            next++;
          }
        });
        server.acts = Array.from({ length: count }, (_, place) => ({
          id: place + 1,
          at: start + apart * hours(place + 1),
        }));
        const known = new Set<string>();
        let cursor = freshCursor;
        let at = start + apart * hours(count + 1);
        for (const dies of [...dying, Infinity]) {
          const run = await read(server, cursor, new Date(at), dies);
          for (const id of run.told) known.add(id);
          cursor = run.cursor;
          at = start + apart * hours(next);
        }
        coming.length = 0;
        for (const id of (await read(server, cursor, new Date(at))).told) known.add(id);
        expect(server.acts.filter(({ id }) => !known.has(`humhub:activity:${id}`))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives what the same pages give as files, and nothing of what people wrote', async () => {
    const page = JSON.parse(readFileSync(join(__dirname, 'fixtures', 'activity.json'), 'utf8')) as unknown;
    const empty = { total: 0, pages: 0, results: [] };
    const reader: PullContext['reader'] = {
      json: (path) => Promise.resolve(path.endsWith('activity') ? page : empty),
      file: () => Promise.reject(new Error('no files here')),
    };
    const items: ImportItem[] = [];
    const zone = 'Europe/Paris';
    for await (const { items: some } of pullHumhub.pages({ reader, settings: { ...settings, zone }, now }, freshCursor))
      items.push(...some);
    expect(idsOf(items)).toHaveLength(6);
    expect(items.filter(({ type }) => type === 'rejection').length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('CANARY');
  });

  it.each([[null], [[]], ['text'], [{ results: 'none' }]])('is not what answers %j', async (answer) => {
    const reader: PullContext['reader'] = {
      json: () => Promise.resolve(answer),
      file: () => Promise.reject(new Error('no files here')),
    };
    await expect(pullHumhub.check({ reader, settings, now })).rejects.toMatchObject({ code: 'unexpected_answer' });
  });
});
