import { rowsOf } from '#storage/database.js';
import { spelled } from '#storage/testing/spelled.js';
import { namesOf } from '#storage/vault/keyring.js';
import { type Names } from '#storage/vault/names.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { eventKinds } from '#domain/events/kind.js';
import { acts } from '#domain/events/act.js';
import { buildActivity } from './build-activity.js';

const organizationId = '11111111-1111-4111-8111-111111111111';

describe('building activity', () => {
  let database: TestDatabase;
  let names: Names;
  let next = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    // Ordinals begin just below the end of a segment, so that people fall on both sides.
    await database.owner.query(
      `insert into organization (id, slug, name, class, timezone, next_ordinal) values ($1, 'acme', 'Acme', 'synthetic', 'Europe/Paris', 8190)`,
      [organizationId],
    );
    await database.owner.query(`insert into source (organization_id, id, name, kind) values ($1, 1, 'test', 'file')`, [
      organizationId,
    ]);
    names = await namesOf(database.owner, organizationId);
  });
  afterAll(() => database.drop());

  async function happened(
    at: string,
    kind: (typeof eventKinds)[number],
    actor: string,
    more: { object?: string; target?: string } = {},
  ) {
    const day = new Date(at).toISOString().slice(0, 10);
    await database.owner.query(`select ensure_event_partition($1)`, [day]);
    await database.owner.query(
      `insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor, object, target)
       values ($1, $2, 1, md5($3)::uuid, 0, $4, $5, 1, $6, $7, $8)`,
      [
        organizationId,
        day,
        String(next++),
        at,
        eventKinds.indexOf(kind),
        ...[names.token(actor), more.object ?? null, names.tokenOrNull(more.target ?? null)],
      ],
    );
    await database.owner.query(`insert into dirty_day (organization_id, day) values ($1, $2)`, [organizationId, day]);
  }

  async function people(act: (typeof acts)[number], day: string): Promise<string[]> {
    const rows = await rowsOf<{ key: string }>(
      database.owner,
      `select p.key from activity_day d join person p on p.organization_id = d.organization_id and p.ordinal / 8192 = d.segment
        where d.organization_id = $1 and d.act = $2 and d.day = $3 and get_bit(d.people, p.ordinal % 8192) = 1`,
      [organizationId, acts.indexOf(act), day],
    );
    return (await spelled(database.owner, organizationId, rows)).map((row) => row.key).sort();
  }

  it('puts each act on the local day of the person, on both sides of a segment', async () => {
    await happened('2026-01-05T22:59:00Z', 'login', 'anne');
    await happened('2026-01-05T23:01:00Z', 'login', 'bruno');
    await happened('2026-01-06T10:00:00Z', 'post', 'carla');
    await happened('2026-01-06T11:00:00Z', 'view', 'dora');
    await happened('2026-01-06T12:00:00Z', 'comment', 'anne');
    expect(await buildActivity(await database.as('work'), organizationId)).toBeGreaterThan(0);

    expect(await people('login', '2026-01-05')).toEqual(['anne']);
    expect(await people('login', '2026-01-06')).toEqual(['bruno']);
    expect(await people('act', '2026-01-06')).toEqual(['anne', 'carla']);
    expect(await people('engaged', '2026-01-06')).toEqual(['anne']);
    const ordinals = await rowsOf<{ ordinal: number }>(database.owner, `select ordinal from person order by ordinal`);
    expect(ordinals.map((row) => row.ordinal)).toEqual([8190, 8191, 8192, 8193]);
  });

  it('changes nothing when there is nothing new', async () => {
    await database.owner.query(`insert into dirty_day (organization_id, day) values ($1, '2026-01-06')`, [
      organizationId,
    ]);
    expect(await buildActivity(await database.as('work'), organizationId)).toBe(0);
    expect(await database.owner.query(`select * from dirty_day`)).toEqual([]);
  });

  it('forgets a reaction taken back the same day and a reaction to oneself', async () => {
    await happened('2026-01-07T10:00:00Z', 'reaction', 'bruno', { object: 'p1', target: 'carla' });
    await happened('2026-01-07T10:05:00Z', 'reaction_removed', 'bruno', { object: 'p1', target: 'carla' });
    await happened('2026-01-07T10:00:00Z', 'reaction', 'carla', { object: 'p1', target: 'carla' });
    await happened('2026-01-07T10:00:00Z', 'reaction', 'dora', { object: 'p1', target: 'carla' });
    await buildActivity(await database.as('work'), organizationId);
    expect(await people('engaged', '2026-01-07')).toEqual(['dora']);
  });

  it('keeps the first instant of each milestone, and finds it again when its events go', async () => {
    const engaged = async () => {
      const rows = await rowsOf<{ key: string; day: string }>(
        database.owner,
        `select p.key, m.day from milestone m join person p using (organization_id, ordinal) where m.kind = 'engaged'`,
      );
      return (await spelled(database.owner, organizationId, rows)).sort((one, other) => (one.key < other.key ? -1 : 1));
    };
    expect(await engaged()).toEqual([
      { key: 'anne', day: '2026-01-06' },
      { key: 'dora', day: '2026-01-07' },
    ]);
    await happened('2026-02-10T10:00:00Z', 'comment', 'anne');
    await buildActivity(await database.as('work'), organizationId);
    await database.owner.query(`delete from event where actor = $1 and day = '2026-01-06'`, [names.token('anne')]);
    await database.owner.query(`insert into dirty_day (organization_id, day) values ($1, '2026-01-06')`, [
      organizationId,
    ]);
    const work = await database.as('work');
    await buildActivity(work, organizationId);
    await buildActivity(work, organizationId);
    expect(await engaged()).toEqual([
      { key: 'anne', day: '2026-02-10' },
      { key: 'dora', day: '2026-01-07' },
    ]);
  });
});
