import { setTimeout } from 'node:timers/promises';
import { migrations } from '#migrations/all.js';
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
