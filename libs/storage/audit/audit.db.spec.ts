import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { noteAudit, readAudit } from './audit-log.js';
import { enterOrganization, withinOrganization } from '../wall/within-organization.js';
import { verifyAudit } from './verify-audit.js';

describe('the audit log', () => {
  let database: TestDatabase;
  let app: DataSource;
  const [one, other] = [randomUUID(), randomUUID()];
  const note = (organizationId: string | null, action: string, detail = {}) => {
    const noting = () => app.transaction((tx) => noteAudit(tx, { organizationId, accountId: null, action, detail }));
    return organizationId === null ? noting() : withinOrganization(organizationId, noting);
  };
  const read = (which: { limit: number; before?: number }) => withinOrganization(one, () => readAudit(app, one, which));
  const broken = async () => (await verifyAudit(database.owner)).broken;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await database.as('app');
    for (let n = 1; n <= 12; n++)
      for (const organizationId of [one, other, null]) await note(organizationId, 'exported', { what: `é|${n}` });
  });
  afterAll(() => database.drop());

  /** With the guards down, as only the owner of the database can. */
  async function tamper(sql: string, parameters: unknown[] = []): Promise<void> {
    await database.owner.transaction(async (tx) => {
      await tx.query(`alter table audit disable trigger user`);
      await tx.query(sql, parameters);
      await tx.query(`alter table audit enable trigger user`);
    });
  }

  it('holds, entry after entry, in the order in which they were committed', async () => {
    expect(await verifyAudit(database.owner)).toEqual({ entries: 36, broken: [] });
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        app.transaction(async (tx) => {
          for (const organizationId of n % 2 ? [one, other] : [other, one]) {
            await enterOrganization(tx, organizationId);
            await noteAudit(tx, { organizationId, accountId: null, action: 'at_once' });
          }
        }),
      ),
    );
    expect(await verifyAudit(database.owner)).toEqual({ entries: 56, broken: [] });
    const positions = (await read({ limit: 5, before: 20 })).map(({ position }) => position);
    expect(positions).toEqual([19, 18, 17, 16, 15]);
  });

  it('takes no note of a change beside its transaction', async () => {
    const alone = { organizationId: one, accountId: null, action: 'country_set' };
    const noting = withinOrganization(one, () => noteAudit(app.manager, alone));
    await expect(noting).rejects.toThrow('no transaction');
  });

  it('is changed and shortened by nobody', async () => {
    const attempts = [`update audit set action = 'x'`, `delete from audit`, `truncate audit`];
    for (const role of ['app', 'work', 'read', 'ingest'] as const)
      for (const sql of attempts) await expect((await database.as(role)).query(sql)).rejects.toThrow(/denied/);
    for (const sql of attempts.slice(0, 2)) await expect(database.owner.query(sql)).rejects.toThrow(/append-only/);
    await expect(app.query(`update audit_chain set last_position = 0`)).rejects.toThrow(/denied/);
  });

  it.each([
    [
      `update audit set detail = replace(detail::text, 'é|7', 'é|8')::jsonb where position = 7 and organization_id = $1`,
    ],
    [`update audit set at = at + interval '1 microsecond' where position = 7 and organization_id = $1`],
    [`update audit set account_id = gen_random_uuid() where position = 7 and organization_id = $1`],
    [`update audit set hash = set_byte(hash, 3, get_byte(hash, 3) # 1) where position = 7 and organization_id = $1`],
    [`delete from audit where position = 7 and organization_id = $1`],
  ])('betrays one changed byte: %s', async (sql) => {
    await tamper(`create temporary table kept as select * from audit`);
    await tamper(sql, [one]);
    expect(await broken()).toEqual([{ organizationId: one, position: 7 }]);
    await tamper(`delete from audit`);
    await tamper(`insert into audit overriding system value select * from kept; drop table kept`);
    expect(await broken()).toEqual([]);
  });

  it('betrays a cut end and an entry slipped in', async () => {
    await tamper(`create temporary table kept as select * from audit`);
    await tamper(`delete from audit where organization_id = $1 and position > 20`, [one]);
    expect(await broken()).toEqual([{ organizationId: one, position: 21 }]);
    await tamper(`insert into audit (organization_id, action) values ($1, 'x')`, [randomUUID()]);
    expect((await broken()).length).toBe(2);
    await tamper(`delete from audit`);
    await tamper(`insert into audit overriding system value select * from kept; drop table kept`);
  });

  it('ends after a year, and holds from there on', async () => {
    await tamper(`create temporary table hashes as select id, hash from audit`);
    const work = await database.as('work');
    const forget = async (chain: string, before: Date) =>
      (await work.query<{ n: number }[]>(`select forget_audit($1, $2) as n`, [chain, before]))[0]?.n;
    expect(await forget(one, new Date('2020-01-01'))).toBe(0);
    const [middle] = await read({ limit: 1, before: 9 });
    const gone = await forget(one, new Date((middle?.at.getTime() ?? 0) + 1));
    expect(gone).toBeGreaterThanOrEqual(8);
    expect(await broken()).toEqual([]);
    await note(one, 'later');
    expect(await broken()).toEqual([]);
    expect(await forget(one, new Date(Date.now() + 60_000))).toBe(23 - Number(gone));
    await note(one, 'first');
    expect((await read({ limit: 9 })).map(({ position }) => position)).toEqual([24]);
    expect(await broken()).toEqual([]);
    await expect(app.query(`select forget_audit($1, now())`, [one])).rejects.toThrow(/denied/);
  });
});
