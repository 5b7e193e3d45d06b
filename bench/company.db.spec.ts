import { rowsOf } from '#storage/database.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { measureAndPublish } from '#pipeline/refresh.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { addEvents, foundCompany, lastSunday, repeatActivity, repeatPublication } from './company.js';

describe('the company of the benchmarks', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is counted and published with every family, official messages among them, behind a year of copies', async () => {
    const { owner } = database;
    const company = await foundCompany(owner, 'bench', 400);
    await addEvents(owner, company, 14, 8000);
    const work = await database.as('work');
    await buildActivity(work, company.id);
    await repeatActivity(owner, company, 2);
    await measureAndPublish(work, company.id, new Date());
    await repeatPublication(owner, company);
    const [told] = await rowsOf<{ seen: number; weeks: number }>(
      owner,
      `select (select sum(seen)::integer from measure_people where organization_id = $1 and week_end = $2) as seen,
              (select count(*)::integer from published_week where organization_id = $1) as weeks`,
      [company.id, lastSunday],
    );
    expect(told?.seen).toBeGreaterThan(10);
    expect(told?.weeks).toBeGreaterThan(50);
  });
});
