import { randomUUID } from 'node:crypto';
import { rowsOf } from '../database.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { withinOrganization } from '../wall/within-organization.js';
import { bringAll, distribute, placingOf } from './distribute.js';
import { placements } from './placements.js';
import { standIn } from './testing/stand-in.sql.js';

const listed = Object.values(placements).flat();

describe('a database of several machines', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(`select ensure_event_partition('2026-03-01')`);
  });
  afterAll(() => database.drop());

  const tables = async () => {
    const rows = await rowsOf<{ name: string; own: boolean }>(
      database.owner,
      `select c.relname as name,
              exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as own
         from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
    return rows;
  };

  it('has a place for every table, and one', async () => {
    const found = (await tables()).map(({ name }) => name);
    expect(found.filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !found.includes(name))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
    const own = (await tables()).flatMap(({ name, own }) => (own ? [name] : []));
    expect(placements.distributed.filter((name) => !own.includes(name))).toEqual([]);
    // Of an organisation, and yet not with it: found before the organisation is known, or with triggers.
    expect(own.filter((name) => !placements.distributed.includes(name))).toEqual([
      ...['audit', 'audit_chain', 'group_role', 'membership', 'scim_token'],
    ]);
  });

  it('is what one machine is not', async () => {
    expect(await distribute(database.owner)).toEqual([]);
    const [door] = await rowsOf<{ text: string }>(
      database.owner,
      `select pg_get_expr(polqual, polrelid) as text from pg_policy where polname = 'organization' and polrelid = 'event'::regclass`,
    );
    expect(door?.text).toMatch(/SELECT/);
  });

  it('brings what is referred to before what refers to it, and nothing twice', () => {
    const standing = [
      { name: 'entity', placed: false, references: ['organization'] },
      { name: 'entity_parent', placed: false, references: ['organization', 'entity'] },
      { name: 'event', placed: true, references: ['source'] },
      { name: 'membership', placed: false, references: ['account', 'organization'] },
      { name: 'organization', placed: false, references: [] },
      { name: 'account', placed: false, references: [] },
      { name: 'session', placed: false, references: ['account'] },
    ];
    expect(placingOf(standing).map(({ statement }) => statement)).toEqual([
      `select create_reference_table('organization')`,
      `select create_reference_table('account')`,
      `select create_reference_table('membership')`,
      `select create_distributed_table('entity', 'organization_id')`,
      `select create_distributed_table('entity_parent', 'organization_id')`,
    ]);
    const ring = ['wave', 'wave_entity'].map((name, at, all) => ({
      ...{ name, placed: false, references: [all[1 - at] ?? ''] },
    }));
    expect(() => placingOf(ring)).toThrow('wave, wave_entity');
  });

  it('is given every table as what distributes takes it, once, and the wall stands', async () => {
    const { owner } = database;
    await owner.query(standIn);
    const moved = [...placements.distributed, ...placements.reference].sort();
    const refused = async (unlawful: string) =>
      owner
        .transaction(async (tx) => {
          await tx.query(unlawful);
          await bringAll(tx);
          throw new Error('taken');
        })
        .catch((error: Error) => error.message);
    // The stand-in refuses what it should.
    expect(await refused(`alter table shock add unique (name)`)).toMatch('shock has the key shock_name_key');
    expect(await refused(`alter table wave add foreign key (key) references session (id)`)).toMatch(/not there/);
    expect(await refused(`create trigger t after insert on wave for each row execute function guard_audit()`)).toMatch(
      'trigger',
    );
    expect(await refused(`create policy late on wave using (name = (select current_setting('a.b')))`)).toMatch(
      'wave has the policy late',
    );
    expect(await refused(`alter table audit add foreign key (account_id) references account`)).toMatch('triggers');

    expect((await owner.transaction((tx) => bringAll(tx))).sort()).toEqual(moved);
    expect(await owner.transaction((tx) => bringAll(tx))).toEqual([]);
    const [setting] = await rowsOf<{ setting: string[] }>(
      owner,
      `select setconfig as setting from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase where d.datname = current_database()`,
    );
    expect(setting?.setting).toContain('citus.propagate_set_commands=local');
    // A new month, and every table, is walled without a subselect; who says nothing is answered nothing.
    await owner.query(`select ensure_event_partition('2026-04-01')`);
    const subselects = await rowsOf(
      owner,
      `select polrelid::regclass::text as name, polname from pg_policy where pg_get_expr(polqual, polrelid) ~ 'SELECT'`,
    );
    expect(subselects).toEqual([{ name: 'audit', polname: 'organization' }]);
    const [acme, other] = [randomUUID(), randomUUID()];
    for (const id of [acme, other])
      await owner.query(
        `insert into organization (id, slug, name, class, timezone) values ($1, $2, $2, 'synthetic', 'UTC')`,
        [id, `a-${id}`],
      );
    await owner.query(`insert into entity (organization_id, key, name) values ($1, 'a', 'acme'), ($2, 'b', 'other')`, [
      ...[acme, other],
    ]);
    const work = await database.as('work', 'essor on purpose');
    const names = () => rowsOf<{ name: string }>(work, `select name from entity`);
    await expect(names()).rejects.toThrow('essor.organization');
    expect(await withinOrganization(acme, names)).toEqual([{ name: 'acme' }]);
    expect(await withinOrganization(other, names)).toEqual([{ name: 'other' }]);
  });
});
