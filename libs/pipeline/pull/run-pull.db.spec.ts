import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { type Answer, type Network, type Question } from '#connectors/pull/network.js';
import { freshCursor } from '#connectors/pull/pull-plan.js';
import { createOrganization } from '#storage/directory/organization.js';
import { rowsOf } from '#storage/database.js';
import { leftOver } from '#storage/left-over/left-over.js';
import {
  createPull,
  deletePull,
  hurryPull,
  type ListedPull,
  listPulls,
  pausePull,
} from '#storage/pull/pull-sources.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { runPull } from './run-pull.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

const secret = 'p4ss-word-of-the-network';
const begun = Date.parse('2026-06-01T12:00:00Z');

let database: TestDatabase;
let work: DataSource;
let app: DataSource;
let organizationId: string;
let sourceId: number;
let account: string;
let now: Date;

beforeAll(async () => {
  database = await createTestDatabase();
  work = await database.as('work');
  app = await database.as('app');
});
afterAll(() => database.drop());

/** A server of HumHub with four pages of activity, three people and a space. */
class FakeNetwork implements Network {
  asked: string[] = [];
  acts = 350;
  /** What it answers instead, by what is asked for. */
  faults: Record<string, () => Partial<Answer> | Promise<Partial<Answer>>> = {};

  async send({ url }: Question): Promise<Answer> {
    const part = url.pathname.split('/').at(-1) ?? '';
    const page = Number(url.searchParams.get('page'));
    this.asked.push(`${part} ${page}`);
    const results = part === 'activity' ? this.activity(page) : part === 'user' ? people : spaces;
    const body = Buffer.from(
      JSON.stringify({ total: this.acts, pages: part === 'activity' ? Math.ceil(this.acts / 100) : 1, results }),
    );
    const fault = await this.faults[`${part} ${page}`]?.();
    return { status: 200, headers: {}, body, ...fault };
  }

  close = () => Promise.resolve();

  private activity(page: number): object[] {
    const ids = Array.from({ length: this.acts }, (_, place) => this.acts - place).slice((page - 1) * 100, page * 100);
    return ids.map((id) => ({
      ...{ id, class: 'humhub\\modules\\space\\activities\\MemberAdded', content: { output: 'CANARY' } },
      ...{ originator: { id: (id % 3) + 1 }, source: { id: 1, name: 'CANARY' } },
      createdAt: new Date(begun - (400 - id) * 600_000).toISOString().slice(0, 19).replace('T', ' '),
    }));
  }
}

const people = [1, 2, 3].map((id) => ({
  id,
  display_name: `P ${id}`,
  account: { username: `p${id}`, email: `p${id}@x.fr` },
}));
const spaces = [{ id: 1, name: 'Accueil', description: 'CANARY', join_policy: 1, owner: { id: 1 } }];

let network: FakeNetwork;

beforeEach(async () => {
  organizationId = await createOrganization(database.owner, {
    ...{ slug: `o-${randomUUID()}`, name: 'O', class: 'public', timezone: 'Europe/Paris' },
  });
  network = new FakeNetwork();
  const settings = { since: '2026-01-01', zone: 'UTC', user: null, tenant: null, clientId: null, authority: null };
  const [made] = await rowsOf<{ id: string }>(
    database.owner,
    `insert into account (email, name, role, password_hash) values ($1, 'A', 'admin', '') returning id`,
    [`${randomUUID()}@x.fr`],
  );
  account = made?.id ?? '';
  const given = { name: 'HumHub', kind: 'humhub' as const, address: 'https://h.example', secret, everyMinutes: 60 };
  const more = { settings, cursor: freshCursor, createdBy: account };
  sourceId = await within(() => createPull(app, organizationId, { ...given, ...more }, database.secret));
  // After what the database calls now.
  now = new Date(Date.now() + 1000);
});

const within = <T>(step: () => T) => withinOrganization(organizationId, step);
const run = (over: { appSecret?: string; pagesAtMost?: number } = {}) =>
  runPull(work, { organizationId, sourceId }, { appSecret: database.secret, network, clock: () => now, ...over });

async function state(): Promise<ListedPull> {
  const [found] = await within(() => listPulls(app, organizationId));
  if (!found) throw new Error('the source is gone');
  return found;
}

const count = async (table: string) => {
  const sql = `select count(*)::integer as n from ${table} where organization_id = $1`;
  return (await rowsOf<{ n: number }>(database.owner, sql, [organizationId]))[0]?.n;
};
const waits = async () => ((await state()).nextAt.getTime() - now.getTime()) / 1000;

describe('a fetch', () => {
  it('stores acts, accounts and groups, tells how far it is, and comes again in an hour', async () => {
    expect((await leftOver(work)).pulls).toContainEqual({ organizationId, sourceId });
    expect(await run()).toBe('done');
    expect([await count('event'), await count('person'), await count('network_group')]).toEqual([350, 3, 1]);
    expect(await state()).toMatchObject({
      ...{ received: 354, rejected: 0, failures: 0, errorCode: null, through: now.toISOString(), isFetching: false },
    });
    expect(await waits()).toBe(3600);
    const [organization] = await rowsOf<{ declared: string; wanted: string }>(
      database.owner,
      `select declared_through as declared, ($2::timestamptz at time zone 'Europe/Paris')::date - 1 as wanted
         from organization where id = $1`,
      [organizationId, now],
    );
    expect([organization?.declared, (await state()).completeThrough]).toEqual([
      organization?.wanted,
      organization?.wanted,
    ]);
    expect(await run()).toBe('idle');
    expect((await leftOver(work)).pulls.some((one) => one.organizationId === organizationId)).toBe(false);
    now = new Date(now.getTime() + 3_600_000);
    network.asked = [];
    expect(await run()).toBe('done');
    // Everything is older than the two days in which the list still moves.
    expect(network.asked).toEqual(['activity 1']);
    expect(await count('event')).toBe(350);
  });

  it('that dies half way goes on from there, and doubles nothing', async () => {
    network.faults['activity 3'] = () => ({ status: 500 });
    expect(await run()).toBe('failed');
    expect(await count('event')).toBe(200);
    expect(await state()).toMatchObject({ failures: 1, errorCode: 'server_failed', through: null, received: 204 });
    expect(await waits()).toBe(30);
    now = new Date(now.getTime() + 30_000);
    expect(await run()).toBe('failed');
    expect(await waits()).toBe(60);
    network.faults = {};
    network.asked = [];
    now = new Date(now.getTime() + 60_000);
    expect(await run()).toBe('done');
    expect(network.asked).toEqual(['activity 2', 'activity 3', 'activity 4']);
    expect(await count('event')).toBe(350);
    // All that was asked for since the walk began, pages that were met twice too.
    expect(await state()).toMatchObject({ failures: 0, errorCode: null, received: 554, accepted: 354 });
  });

  it('waits as long as the server asks, and a day where somebody has to change something', async () => {
    network.faults['user 1'] = () => ({ status: 429, headers: { 'retry-after': '900' } });
    await run();
    expect([await waits(), (await state()).errorCode]).toEqual([900, 'too_many_requests']);
    now = new Date(now.getTime() + 899_000);
    expect(await run()).toBe('idle');
    network.faults['user 1'] = () => ({ status: 401 });
    await within(() => hurryPull(app, organizationId, sourceId));
    now = new Date(Math.max(now.getTime(), Date.now() + 1000));
    expect(await run()).toBe('failed');
    expect([await waits(), (await state()).errorCode]).toEqual([86_400, 'credentials_refused']);
  });

  it('of real people who were not told yet asks the network for nothing', async () => {
    await database.owner.query(`update organization set class = 'personal' where id = $1`, [organizationId]);
    expect(await run()).toBe('failed');
    expect([(await state()).errorCode, network.asked, await waits()]).toEqual(['purpose_gate_closed', [], 86_400]);
  });

  it('is one at a time', async () => {
    let other: string | undefined;
    network.faults['activity 1'] = async () => {
      other = await run();
      expect((await leftOver(work)).pulls.some((one) => one.organizationId === organizationId)).toBe(false);
      return {};
    };
    expect(await run()).toBe('done');
    expect(other).toBe('idle');
    expect(network.asked.filter((one) => one === 'activity 1')).toHaveLength(1);
  });

  it.each([
    ['paused', () => within(() => pausePull(app, organizationId, sourceId, true, account))],
    ['deleted', () => within(() => deletePull(app, organizationId, sourceId, account))],
  ])('of a source that is %s meanwhile stores nothing more', async (_, change) => {
    network.faults['activity 2'] = async () => {
      await change();
      return {};
    };
    expect(await run()).toBe('idle');
    expect(await count('event')).toBe(100);
  });

  it('of a long history gives way after some pages', async () => {
    expect(await run({ pagesAtMost: 4 })).toBe('partly');
    expect(await count('event')).toBe(200);
    expect(await run()).toBe('done');
    expect(await count('event')).toBe(350);
  });

  it('asks for the secret again where it cannot be opened any more', async () => {
    expect(await run({ appSecret: 'another secret of the installation' })).toBe('failed');
    expect([(await state()).errorCode, network.asked]).toEqual(['secret_unreadable', []]);
  });

  it('leaves in the database neither the secret nor anything that people wrote', async () => {
    await run();
    const tables = await rowsOf<{ name: string }>(
      database.owner,
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    let dump = '';
    for (const { name } of tables) {
      const rows = await rowsOf<{ text: string }>(database.owner, `select whole::text as text from ${name} as whole`);
      dump += rows.map(({ text }) => text).join('\n');
    }
    expect(dump).toContain('h.example');
    for (const form of ['utf8', 'hex', 'base64'] as const)
      expect(dump).not.toContain(form === 'utf8' ? secret : Buffer.from(secret).toString(form));
    expect(dump).not.toContain('CANARY');
  });
});
