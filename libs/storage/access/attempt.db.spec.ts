import { type DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { returnAttempt, takeAttempt } from './attempt.js';

describe('attempts', () => {
  let database: TestDatabase;
  let apis: DataSource[];
  const limit = { name: 'a password', most: 3, minutes: 15 };

  beforeAll(async () => {
    database = await createTestDatabase();
    apis = [await database.as('app'), await database.as('app'), await database.as('app')];
  });
  afterAll(() => database.drop());
  const first = () => apis[0]!;
  const agedBy = (minutes: number) =>
    database.owner.query(
      `update attempt set ends_at = ends_at - $1 * interval '1 minute',
                          taken = array(select at - $1 * interval '1 minute' from unnest(taken) at order by at)`,
      [minutes],
    );

  it('are allowed so many times in a window, then say how long to wait', async () => {
    expect(await takeAttempt(first(), limit, 'a')).toBeNull();
    await agedBy(5);
    expect(await takeAttempt(first(), limit, 'a')).toBeNull();
    expect(await takeAttempt(first(), limit, 'a')).toBeNull();
    const seconds = await takeAttempt(first(), limit, 'a');
    expect(seconds).toBeGreaterThan(9 * 60);
    expect(seconds).toBeLessThanOrEqual(10 * 60);
    expect(await takeAttempt(first(), limit, 'b')).toBeNull();
    expect(await takeAttempt(first(), { ...limit, name: 'a code' }, 'a')).toBeNull();
    await agedBy(10);
    expect(await takeAttempt(first(), limit, 'a')).toBeNull();
    expect(await takeAttempt(first(), limit, 'a')).not.toBeNull();
  });

  it('are counted by all apis together, also in the same moment', async () => {
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, at) => takeAttempt(apis[at % 3]!, { ...limit, most: 10 }, 'together')),
    );
    expect(tries.filter((wait) => wait === null)).toHaveLength(10);
  });

  it('do not count where they were right', async () => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect(await takeAttempt(apis[attempt % 3]!, limit, 'right')).toBeNull();
      await returnAttempt(apis[(attempt + 1) % 3]!, limit, 'right');
    }
    await returnAttempt(first(), limit, 'right');
    const left = `select count(*)::int as rows from attempt where taken = '{}'`;
    expect(await database.owner.query(left)).toEqual([{ rows: 0 }]);
    for (const wait of [null, null, null, expect.any(Number)])
      expect(await takeAttempt(first(), limit, 'right')).toEqual(wait);
    await returnAttempt(first(), limit, 'right');
    expect(await takeAttempt(first(), limit, 'right')).toBeNull();
  });

  it('name nobody, and end', async () => {
    await takeAttempt(first(), limit, 'ada@example.org');
    const kept = JSON.stringify(await database.owner.query(`select * from attempt`));
    expect(kept).not.toContain('ada');
    await agedBy(24 * 60);
    await takeAttempt(first(), limit, 'somebody else');
    expect(await database.owner.query(`select count(*)::int as rows from attempt`)).toEqual([{ rows: 1 }]);
  });
});
