import { setTimeout } from 'node:timers/promises';
import { type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { rowsOf } from './database.js';
import { migrate } from './migrate.js';
import { applyRoles } from './roles/apply-roles.js';
import { createTestDatabase, type TestDatabase } from './testing/test-database.js';

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('three processes at once find nothing left to do and no deadlock', async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.url, migrations, database.secret)));
    expect(results.map((result) => result.applied)).toEqual([[], [], []]);
  });

  it('a migration holds up nobody who comes after it, and is there when whoever came before is done', async () => {
    class Wider1999999999999 implements MigrationInterface {
      readonly name = 'Wider1999999999999';
      up = (db: QueryRunner) => db.query(`alter table organization add column wider integer`);
      down = (db: QueryRunner) => db.query(`alter table organization drop column wider`);
    }
    const order: string[] = [];
    const reader = (name: string, work: (tx: EntityManager) => Promise<unknown>) =>
      database.owner
        .transaction(async (tx) => {
          await tx.query(`select slug from organization limit 1`);
          await work(tx);
        })
        .then(() => order.push(name));
    let migrated = Promise.resolve<unknown>(undefined);
    await reader('before', async () => {
      const patience = { wait: 300, attempts: 100 };
      migrated = migrate(database.url, [...migrations, Wider1999999999999], database.secret, { patience }).then(
        ({ applied }) => order.push(...applied),
      );
      migrated.catch(() => undefined);
      const waits = `select 1 from pg_locks where relation = 'organization'::regclass and not granted`;
      for (let asked = 0; asked < 500 && (await rowsOf(database.owner, waits)).length === 0; asked++)
        await setTimeout(5);
      const after = reader('after', async () => {});
      // Without a way out they would wait for one another: it ends here, in the wrong order.
      await Promise.race([after, setTimeout(20_000)]);
    });
    await migrated;
    expect(order).toEqual(['after', 'before', 'Wider1999999999999']);
    await database.owner.query(`alter table organization drop column wider`);
    await database.owner.query(`delete from migration where name = 'Wider1999999999999'`);
  });

  it.each([
    ['somebody stores the first event', `select ensure_event_partition('2026-03-01')`],
    ['retention drops a month', `lock table only event in access exclusive mode; drop table event_2026_03`],
  ])('rights are set while %s', async (_, change) => {
    let rights = Promise.resolve();
    await database.owner.transaction(async (tx) => {
      await tx.query(change);
      rights = applyRoles(database.owner, database.secret);
      rights.catch(() => undefined);
      // Long enough for it to reach the table that is being changed.
      await setTimeout(700);
    });
    await expect(rights).resolves.toBeUndefined();
  });

  it('what followed from people is no longer told where something was told before, and levels stay listed', async () => {
    const { owner } = database;
    const runner = owner.createQueryRunner();
    const added = migrations.slice(migrations.findIndex(({ name }) => name.startsWith('PossibleDays')));
    for (const migration of [...added].reverse()) await new migration().down(runner);
    for (const kind of ['personal', 'synthetic']) {
      const [{ id }] = (await owner.query(
        `insert into organization (slug, name, class, timezone) values ($1, $1, $1, 'UTC') returning id`,
        [kind],
      )) as [{ id: string }];
      await owner.query(
        `insert into published_week (organization_id, week_end, through, published_at, provisional)
         values ($1, '2026-03-08', '2026-03-08', now(), false), ($1, '2026-03-15', '2026-03-10', now(), true)`,
        [id],
      );
      await owner.query(
        `insert into published_count (organization_id, population, days, node, week_end, counts)
         values ($1, 'level-2', 0, 'all', '2026-03-08', '{}'),
                ($1, 'everyone', 28, 'all', '2026-03-08', '{"login":[90,92],"login_exposure":[1800,1800],"acts":[57,57]}'),
                ($1, 'everyone', 28, 'a', '2026-03-08', '{"login_days":[5,5]}')`,
        [id],
      );
    }
    for (const migration of added) await new migration().up(runner);
    await runner.release();
    const told = await owner.query(
      `select o.slug, c.population, c.node, c.counts from published_count c join organization o on o.id = c.organization_id
        order by o.slug, c.population, c.node`,
    );
    const level = { population: 'level-2', node: 'all', counts: {} };
    expect(told).toEqual([
      { slug: 'personal', population: 'everyone', node: 'all', counts: { login: [90, 92] } },
      { slug: 'personal', ...level },
      { slug: 'synthetic', population: 'everyone', node: 'all', counts: { login: [90, 92], acts: [57, 57] } },
      { slug: 'synthetic', ...level },
    ]);
    const marked = await owner.query(
      `select o.slug, count(*) as weeks from dirty_week join organization o on o.id = organization_id group by 1 order by 1`,
    );
    expect(marked).toEqual([
      { slug: 'personal', weeks: 2 },
      { slug: 'synthetic', weeks: 2 },
    ]);
  });

  it('every migration can be undone and applied again', async () => {
    const runner = database.owner.createQueryRunner();
    for (const migration of [...migrations].reverse()) await new migration().down(runner);
    const left = await runner.query(
      `select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
    );
    expect(left).toEqual([]);
    for (const migration of migrations) await new migration().up(runner);
    await runner.release();
  });
});
