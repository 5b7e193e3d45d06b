import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { noteAudit } from '../audit/audit-log.js';
import { verifyAudit } from '../audit/verify-audit.js';
import { openDatabase, rowsOf } from '../database.js';
import { createOrganization } from '../directory/organization.js';
import { type EventRow } from '../event/event-row.js';
import { storeEvents } from '../event/store-events.js';
import { migrate } from '../migrate.js';
import { ensureSource } from '../source/sources.js';
import { type DatabaseRole, databaseRoles, roleName, roleUrl } from '../roles/roles.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { enterOrganization, withinOrganization } from './within-organization.js';

/** Policies beside that of the organisation and that of the owner, and why there must be one. */
const doors: Record<string, string[]> = {
  group_role: ['door for select'], // sign-in: what the groups of a person give, in whichever organisation
  membership: ['door for all'], // of an account: which organisations it opens
  organization: ['door for select', 'founding for insert'], // found by its name; the sweep of the worker
  scim_token: ['door for select'], // by its hash, before anything is known of who sends it
  source_key: ['door for select'],
};

interface Walled {
  name: string;
  column: string | null;
  enabled: boolean;
  forced: boolean;
  policies: string[];
}

describe('the wall between organisations', () => {
  let database: TestDatabase;
  const [acme, other] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(`select ensure_event_partition('2026-03-01')`);
    for (const [id, slug] of [
      [acme, 'acme'],
      [other, 'other'],
    ] as const) {
      await database.owner.query(
        `insert into organization (id, slug, name, class, timezone) values ($1, $2, $2, 'synthetic', 'UTC')`,
        [id, slug],
      );
      await database.owner.query(
        `insert into entity (organization_id, key, name) select $1, $2 || n, $2 from generate_series(1, 20) n`,
        [id, slug],
      );
    }
  });
  afterAll(() => database.drop());

  async function tables(): Promise<Walled[]> {
    return rowsOf(
      database.owner,
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
              (select a.attname from pg_attribute a
                where a.attrelid = c.oid and not a.attisdropped
                  and (a.attname ~ '^organi[sz]ation(_id)?$' or c.relname = 'organization' and a.attname = 'id')) as column,
              array(select polname || ' for ' || case polcmd when 'r' then 'select' when 'a' then 'insert'
                                                 when 'w' then 'update' when 'd' then 'delete' else 'all' end
                      from pg_policy where polrelid = c.oid order by 1) as policies
         from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'v', 'f')
        order by 1`,
    );
  }

  const open = (found: Walled[]) =>
    found.flatMap(({ name, column, enabled, forced, policies }) => {
      if (column === null) return [];
      const expected = ['organization for all', 'owner for all', ...(doors[name] ?? [])].sort();
      return enabled && forced && policies.join() === expected.join() ? [] : [name];
    });

  it('stands around every table of organisations, months of the ledger too', async () => {
    const found = await tables();
    expect(found.find(({ name }) => name === 'event_2026_03')?.column).toBe('organization_id');
    expect(found.filter(({ column }) => column !== null).length).toBeGreaterThan(95);
    expect(open(found)).toEqual([]);
    // The others are of accounts, of the installation, or of nobody.
    expect(found.flatMap(({ name, column }) => (column === null ? [name] : []))).toEqual([
      ...['account', 'account_identity', 'account_link', 'api_token', 'migration', 'recovery_code', 'second_factor'],
      ...['session', 'sign_in_attempt'],
    ]);
  });

  it('is missed where a new table has none', async () => {
    await database.owner.query(`create table forgotten (organization_id uuid not null)`);
    expect(open(await tables())).toEqual(['forgotten']);
    await database.owner.query(`alter table forgotten enable row level security`);
    expect(open(await tables())).toEqual(['forgotten']);
    await database.owner.query(`select raise_wall('forgotten')`);
    expect(open(await tables())).toEqual([]);
    await database.owner.query(`drop table forgotten`);
  });

  it('is passed by no role', async () => {
    const names = databaseRoles.map((role) => roleName(new URL(database.url).pathname.slice(1), role));
    const roles = await rowsOf<{ name: string; passes: boolean; owns: boolean }>(
      database.owner,
      `select rolname as name, rolsuper or rolbypassrls as passes,
              exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owns
         from pg_roles r where rolname = any($1)`,
      [names],
    );
    expect(roles).toEqual(expect.arrayContaining(names.map((name) => ({ name, passes: false, owns: false }))));
  });

  it.each(['app', 'read', 'work'] as DatabaseRole[])('lets %s see one organisation, or none', async (role) => {
    const pool = await database.as(role);
    const all = () => rowsOf<{ name: string }>(pool, `select distinct name from entity`);
    await expect(all()).rejects.toThrow('essor.organization');
    expect(await withinOrganization(acme, all)).toEqual([{ name: 'acme' }]);
    expect(await withinOrganization(other, all)).toEqual([{ name: 'other' }]);
    await expect(all()).rejects.toThrow(/essor.organization|uuid/);
  });

  it('lets nobody write for another organisation', async () => {
    const work = await database.as('work');
    const add = (id: string) =>
      work.query(`insert into entity (organization_id, key, name) values ($1, 'x', 'x')`, [id]);
    await withinOrganization(acme, async () => {
      await expect(add(other)).rejects.toThrow('row-level security');
      await add(acme);
      expect(await work.query(`update entity set name = 'taken' where organization_id = $1`, [other])).toEqual([[], 0]);
      await expect(work.query(`update entity set organization_id = $1`, [other])).rejects.toThrow('row-level security');
      expect(await work.query(`delete from entity where key = 'x'`)).toEqual([[], 1]);
    });
    await expect(withinOrganization(`${acme}'; --`, () => work.query(`select from entity`))).rejects.toThrow(
      'not the id',
    );
  });

  it.each([1, 3])('holds while organisations take turns on a pool of %i', async (poolSize) => {
    const pool = await openDatabase(roleUrl(database.url, database.secret, 'work'), { poolSize });
    const seen = (db: Pick<DataSource, 'query'>) => db.query<{ name: string }[]>(`select name from entity`);
    const names = async (rows: Promise<{ name: string }[]>) => [...new Set((await rows).map(({ name }) => name))];
    let foreign = 0;
    const turn = (id: string, own: string, n: number) =>
      withinOrganization(id, async () => {
        const found =
          n % 5 === 0
            ? await names(pool.transaction((tx) => seen(tx)))
            : n % 5 === 1
              ? await pool
                  .transaction(async (tx) => {
                    await seen(tx);
                    throw new Error('given up');
                  })
                  .then(
                    () => ['not thrown'],
                    () => [own],
                  )
              : n % 5 === 2
                ? await pool.query(`select 1 / 0 from entity`).then(
                    () => ['not thrown'],
                    () => [own],
                  )
                : n % 5 === 3
                  ? await pool
                      .transaction(async (tx) => {
                        await tx.query(`set local statement_timeout = 1`);
                        await tx.query(`select pg_sleep(1) from entity`);
                      })
                      .then(
                        () => ['not thrown'],
                        () => [own],
                      )
                  : await names(seen(pool));
        if (found.join() !== own) foreign++;
      });
    for (let n = 0; n < 200; n++) await turn(n % 2 ? acme : other, n % 2 ? 'acme' : 'other', n);
    const lane = async (own: number) => {
      for (let n = own; n < 2000; n += 8) await turn(n % 3 ? acme : other, n % 3 ? 'acme' : 'other', n);
    };
    await Promise.all(Array.from({ length: 8 }, (_, own) => lane(own)));
    expect(foreign).toBe(0);
    // What comes back to the pool knows nothing of where it was.
    const left = await Promise.all(
      Array.from({ length: poolSize }, () =>
        pool.query<{ left: string }[]>(
          `select coalesce(current_setting('essor.organization', true), '') as left, pg_sleep(0.05)`,
        ),
      ),
    );
    expect(left.flat().map((row) => row.left)).toEqual(Array.from({ length: poolSize }, () => ''));
    await pool.destroy();
  });

  it('keeps a transaction in the organisation in which it began, until it enters another', async () => {
    const work = await database.as('work');
    await withinOrganization(acme, () =>
      work.transaction(async (tx) => {
        const name = async () => (await rowsOf<{ name: string }>(tx, `select distinct name from entity`))[0]?.name;
        expect(await withinOrganization(other, name)).toBe('acme');
        await tx.transaction(async () => expect(await name()).toBe('acme'));
        await enterOrganization(tx, other);
        expect(await name()).toBe('other');
      }),
    );
  });
});

const event: Omit<EventRow, 'sourceId'> = {
  ...{ importId: null, id: randomUUID(), day: '2026-03-02', digest: '42', occurredAt: '2026-03-02T10:00:00Z' },
  ...{ kind: 1, quantity: 1, actor: 'ada', object: null, parent: null, groupKey: null, target: null },
};

describe('an owner who is no superuser', () => {
  it('migrates, sees through the wall, and lets nobody else through', async () => {
    const name = `essor_owned_${randomUUID().slice(0, 8)}`;
    const secret = 'secret of the tests, long enough to be accepted';
    const server = await createTestDatabase();
    const { owner: superuser } = server;
    await superuser.query(`create role ${name} login createrole password 'p'`);
    await superuser.query(`create database ${name} owner ${name}`);
    const url = new URL(server.url);
    [url.pathname, url.username, url.password] = [`/${name}`, name, 'p'];
    const pools: DataSource[] = [];
    const open = async (at: string) => {
      const pool = await openDatabase(at, { poolSize: 2, secret });
      pools.push(pool);
      return pool;
    };
    try {
      await migrate(url.href, migrations, secret);
      const owner = await open(url.href);
      const facts = { class: 'synthetic', timezone: 'UTC' } as const;
      const ids = [
        await createOrganization(owner, { slug: 'one', name: 'One', ...facts }),
        await createOrganization(owner, { slug: 'two', name: 'Two', ...facts }),
      ];
      const [ingest, work, app] = [
        await open(roleUrl(url.href, secret, 'ingest')),
        await open(roleUrl(url.href, secret, 'work')),
        await open(roleUrl(url.href, secret, 'app')),
      ];
      for (const id of ids) {
        const source = await ensureSource(owner, id, { name: 's', kind: 'http' });
        expect(await storeEvents(ingest, id, [{ ...event, sourceId: source }])).toEqual(['accepted']);
        const note = { organizationId: id, accountId: null, action: 'exported' };
        await withinOrganization(id, () => noteAudit(app, note));
      }
      const count = (db: DataSource) => rowsOf<{ n: number }>(db, `select count(*)::integer as n from event`);
      expect(await count(owner)).toEqual([{ n: 2 }]);
      const [first = ''] = ids;
      expect(await withinOrganization(first, () => count(work))).toEqual([{ n: 1 }]);
      expect(await verifyAudit(owner)).toEqual({ entries: 2, broken: [] });
      // What runs with the owner's rights reaches the month, and takes only what it was told to.
      await owner.query(`update organization set sealed_before = '2026-04-06' where id = $1`, [first]);
      const forget = `select forget_event_month($1, '2026-03-01', 100) as n`;
      expect(await withinOrganization(first, () => work.query(forget, [first]))).toEqual([{ n: 1 }]);
      expect(await count(owner)).toEqual([{ n: 1 }]);
    } finally {
      for (const pool of pools) await pool.destroy();
      await superuser.query(`drop database ${name} with (force)`);
      for (const role of databaseRoles) await superuser.query(`drop role if exists "${roleName(name, role)}"`);
      await superuser.query(`drop role ${name}`);
      await server.drop();
    }
  });
});
