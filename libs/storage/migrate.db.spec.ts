import { migrations } from '#migrations/all.js';
import { migrate } from './migrate.js';
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
