import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { FaultLine } from './kills/fault-line.js';

describe('a boot whose line to the database breaks', () => {
  let database: TestDatabase;
  let line: FaultLine;

  beforeAll(async () => {
    database = await createTestDatabase();
    const port = Number(new URL(database.url).port);
    line = await FaultLine.to(() => [port]);
  });
  afterAll(async () => {
    await line.close();
    await database.drop();
  });

  // A connection that breaks while it is held speaks to whoever listens to it, and ends the process where nobody does.
  it.each([1, 2, 3, 4, 5, 6, 8, 10])('after %i answers fails, and ends nothing else', async (answers) => {
    const url = new URL(database.url);
    url.port = String(line.port);
    line.answersLeft = answers;
    await migrateJobs(url.href).catch((error: Error) =>
      expect(error.message).toMatch(/terminated|connection|ECONNRESET|EPIPE/),
    );
    expect(line.answersLeft).toBeLessThan(1);
  });
});
