import { createTestDatabase, type TestDatabase } from './test-database.js';
import { machinesOf } from './cluster.js';

describe('CITUS_URL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('leads to several machines, or nowhere', async () => {
    if (process.env.CITUS_URL) return expect((await machinesOf(database.owner)).length).toBeGreaterThan(1);
    await expect(machinesOf(database.owner)).rejects.toThrow('without Citus');
    await database.owner.query(`
      create table pg_dist_node (groupid integer, nodename text, nodeport integer, isactive boolean, noderole text);
      insert into pg_dist_node values (2, 'b', 5433, true, 'primary'), (0, 'a', 5432, true, 'primary'),
                                      (3, 'c', 5432, false, 'primary'), (2, 'd', 5432, true, 'secondary')`);
    expect(await machinesOf(database.owner)).toEqual([
      { host: 'a', port: 5432, isFirst: true },
      { host: 'b', port: 5433, isFirst: false },
    ]);
  });
});
