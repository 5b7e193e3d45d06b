import { eventKinds } from '#domain/events/kind.js';
import { rowsOf } from '#storage/database.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { eventsByDay, sourceQualities } from '#storage/quality/quality.repository.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { namesOf } from '#storage/vault/keyring.js';
import { countCohorts } from '#storage/measures/measures.repository.js';
import { measureWeeks } from '../measures/measure-weeks.js';
import { buildActivity } from './build-activity.js';

const organizationId = '11111111-1111-4111-8111-111111111111';

/** An export of three weeks, of a network whose channels were made a year before. */
describe('where a history begins', () => {
  let database: TestDatabase;
  let next = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.owner.query(
      `insert into organization (id, slug, name, class, timezone, declared_through) values ($1, 'acme', 'Acme', 'synthetic', 'Europe/Paris', '2026-03-22')`,
      [organizationId],
    );
    await database.owner.query(`insert into source (organization_id, id, name, kind) values ($1, 1, 'test', 'file')`, [
      organizationId,
    ]);
  });
  afterAll(() => database.drop());

  async function happened(day: string, kind: (typeof eventKinds)[number]) {
    const names = await namesOf(database.owner, organizationId);
    await database.owner.query(`select ensure_event_partition($1)`, [day]);
    await database.owner.query(
      `insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor, group_key)
       values ($1, $2, 1, md5($3)::uuid, 0, $4, $5, 1, $6, 'general')`,
      [organizationId, day, String(next++), `${day}T10:00:00Z`, eventKinds.indexOf(kind), names.token('anne')],
    );
    await database.owner.query(`insert into dirty_day (organization_id, day) values ($1, $2)`, [organizationId, day]);
  }

  async function read() {
    const work = await database.as('work');
    await buildActivity(work, organizationId);
    await measureWeeks(work, organizationId, { ended: (tx) => countCohorts(tx, organizationId, '2026-03-22') });
    const weeks = await rowsOf<{ week: string }>(
      database.owner,
      `select week_end as week from mask where organization_id = $1 and counted_at is not null order by 1`,
      [organizationId],
    );
    const app = await database.as('app');
    const [[source], days] = await withinOrganization(organizationId, async () => [
      await sourceQualities(app, organizationId, new Date('2026-03-23T00:00:00Z')),
      await eventsByDay(app, organizationId),
    ]);
    return {
      weeks: weeks.map(({ week }) => week),
      from: source?.firstDay,
      days: [...(days.get(1)?.keys() ?? [])].sort(),
    };
  }

  it('begins with what is there while that is all there is', async () => {
    await happened('2026-03-11', 'group_created');
    expect(await read()).toEqual({ weeks: ['2026-03-15', '2026-03-22'], from: '2026-03-11', days: [] });
  });

  it('begins with what people do, not with groups and accounts that were made long before', async () => {
    await database.owner.query(`delete from mask where organization_id = $1`, [organizationId]);
    await happened('2025-03-12', 'group_created');
    await happened('2025-04-09', 'profile_created');
    for (const day of ['2026-03-05', '2026-03-12', '2026-03-19']) await happened(day, 'post');
    expect(await read()).toEqual({
      weeks: ['2026-03-08', '2026-03-15', '2026-03-22'],
      from: '2026-03-05',
      days: ['2026-03-05', '2026-03-12', '2026-03-19'],
    });
    // Retention tells no week before either.
    const [oldest] = await rowsOf<{ week: string }>(
      database.owner,
      `select min(cohort + lag * 7)::date as week from measure_cohort where organization_id = $1`,
      [organizationId],
    );
    expect(oldest?.week).toBe('2026-03-02');
  });

  it('begins there as well once older events are forgotten', async () => {
    await database.owner.query(`update organization set sealed_before = '2025-12-01' where id = $1`, [organizationId]);
    expect((await read()).weeks[0]).toBe('2026-03-08');
    await database.owner.query(`update organization set sealed_before = null where id = $1`, [organizationId]);
  });

  it('begins with an invitation, where that came first', async () => {
    await happened('2026-02-25', 'invitation_sent');
    await database.owner.query(`update event set target = actor where organization_id = $1 and kind = 9`, [
      organizationId,
    ]);
    expect((await read()).weeks[0]).toBe('2026-03-01');
  });
});
