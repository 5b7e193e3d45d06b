import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { walled } from './walled.js';
import { entering, withinOrganization } from './within-organization.js';

describe('what a pool says before a statement', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const organization = randomUUID();
  const said = async (distributed: boolean) => {
    const texts: string[] = [];
    const pool = await new DataSource({
      ...{ type: 'postgres', url: database.url, poolSize: 1, logging: ['query'] },
      logger: {
        logQuery: (text: string) => texts.push(text.toLowerCase()),
        logQueryError: () => undefined,
        logQuerySlow: () => undefined,
        logSchemaBuild: () => undefined,
        logMigration: () => undefined,
        log: () => undefined,
      },
    }).initialize();
    walled(pool, distributed);
    texts.length = 0;
    try {
      await withinOrganization(organization, async () => {
        await pool.query(`select 1 as one`);
        await pool.transaction((tx) => tx.query(`select 2 as two`));
      });
    } finally {
      await pool.destroy();
    }
    return texts;
  };
  const enters = entering(organization);
  const transaction = ['start transaction', enters, 'select 2 as two', 'commit'];

  it('costs one way where there is one machine', async () => {
    expect(await said(false)).toEqual([`start transaction; ${enters}`, 'select 1 as one', 'commit', ...transaction]);
  });

  it('has a text of its own where a server passes the whole text on', async () => {
    expect(await said(true)).toEqual(['start transaction', enters, 'select 1 as one', 'commit', ...transaction]);
  });
});
