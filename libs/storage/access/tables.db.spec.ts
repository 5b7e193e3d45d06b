import { Column, Entity, PrimaryColumn } from 'typeorm';
import { openDatabase } from '../database.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { accessTables } from './tables.js';

@Entity('session')
class OutdatedSession {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  forgotten: string;
}

// Stated by the migrations alone; the schema builder would drop what a class does not repeat.
const onlyInMigrations = /(DROP CONSTRAINT .*(_check|_fkey)"|COLUMN "id" (DROP|SET) DEFAULT.*)$/;

describe('tables of access', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const differences = async (tables: (new () => object)[]) => {
    const mapped = await openDatabase(database.url, { tables });
    try {
      const { upQueries } = await mapped.driver.createSchemaBuilder().log();
      return upQueries.map(({ query }) => query).filter((query) => !onlyInMigrations.test(query));
    } finally {
      await mapped.destroy();
    }
  };

  it('are those that the migrations make', async () => {
    expect(await differences(accessTables)).toEqual([]);
  });

  it('would be caught if they were not', async () => {
    expect(await differences([OutdatedSession])).toContainEqual(expect.stringContaining('"forgotten"'));
  });
});
