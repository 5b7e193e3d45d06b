import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { openDatabase, rowsOf } from '../database.js';
import { type DatabaseRole, databaseRoles, roleName, roleUrl } from '../roles/roles.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { enterOrganization, withinOrganization } from './within-organization.js';

/** Policies beside that of the organisation and that of the owner, and why there must be one. */
const doors: Record<string, string[]> = {
  group_role: ['door for select'], // sign-in: what the groups of a person give, in whichever organisation
  membership: ['door for all'], // of an account: which organisations it opens
  organization: ['door for select', 'founding for insert'], // found by its name; the sweep of the worker
  report_mail: ['door for select'],
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
      ...[
        'account',
        'account_identity',
        'account_link',
        'api_token',
        'attempt',
        'logout_token',
        'migration',
        'recovery_code',
        'second_factor',
      ],
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
    const pool = await database.as(role, 'essor on purpose');
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
