import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { withinOrganization } from '../wall/within-organization.js';
import { nextWeek } from './next-week.js';
import { firstWeekKnown } from './weeks-waiting.js';

const id = '11111111-1111-4111-8111-111111111111';

describe('the week that is told next', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(
      `insert into organization (id, slug, name, class, timezone) values ($1, 'acme', 'Acme', 'personal', 'Europe/Paris')`,
      [id],
    );
  });
  afterAll(() => database.drop());

  const read = async () => nextWeek(await database.as('app'), id);
  const next = () => withinOrganization(id, read);
  const set = (columns: string) => database.owner.query(`update organization set ${columns} where id = $1`, [id]);

  it('is none before any data', async () => expect(await next()).toBeNull());

  it('is the running one at first, a day after it has ended in every zone', async () => {
    await set(`declared_through = '2026-11-20'`);
    expect(await next()).toEqual({
      ...{ weekEnd: '2026-11-22', through: '2026-11-20', from: new Date('2026-11-23T23:00:00Z') },
    });
    await database.owner.query(
      `insert into entity (organization_id, key, name, timezone) values ($1, 'ny', 'New York', 'America/New_York')`,
      [id],
    );
    expect((await next())?.from).toEqual(new Date('2026-11-24T05:00:00Z'));
  });

  it('follows the last one that is told whole', async () => {
    await database.owner.query(
      `insert into published_week (organization_id, week_end, through, provisional, published_at)
       values ($1, '2026-11-08', '2026-11-08', false, now()), ($1, '2026-11-15', '2026-11-12', true, now())`,
      [id],
    );
    expect(await next()).toBeNull(); // nothing is left of what it was counted from
    await database.owner.query(`insert into source (organization_id, id, name, kind) values ($1, 1, 'test', 'file')`, [
      id,
    ]);
    await database.owner.query(
      `insert into source_day (organization_id, source_id, day, events, approximate, unassigned) values ($1, 1, '2026-11-20', 9, 0, 0)`,
      [id],
    );
    expect((await next())?.weekEnd).toBe('2026-11-15');
  });

  it('is not where the history begins: that is the first told, or the first still to be counted', async () => {
    const first = () => withinOrganization(id, async () => firstWeekKnown(await database.as('app'), id));
    expect(await first()).toBe('2026-11-08');
    await database.owner.query(`insert into dirty_week (organization_id, week_end) values ($1, '2026-03-01')`, [id]);
    expect(await first()).toBe('2026-03-01');
  });

  it('is nothing to wait for where nobody is real', async () => {
    await set(`class = 'synthetic'`);
    expect(await next()).toBeNull();
  });
});
