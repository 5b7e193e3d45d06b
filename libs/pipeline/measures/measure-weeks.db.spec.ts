import { lockOrganization } from '#storage/database.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { namesOf } from '#storage/vault/keyring.js';
import { type Names } from '#storage/vault/names.js';
import { eventKinds } from '#domain/events/kind.js';
import { buildActivity } from '../activity/build-activity.js';
import { measureWeeks } from './measure-weeks.js';

const organizationId = '11111111-1111-4111-8111-111111111111';
const sunday = '2026-02-01';

describe('counting a week', () => {
  let database: TestDatabase;
  let names: Names;
  let next = 0;
  const sql = (text: string, parameters: unknown[] = []) => database.owner.query(text, parameters);

  beforeAll(async () => {
    database = await createTestDatabase();
    await sql(
      `insert into organization (id, slug, name, class, timezone, next_ordinal, k, bands, declared_through)
       values ($1, 'acme', 'Acme', 'synthetic', 'Europe/Paris', 8190, 1, false, '2026-02-01')`,
      [organizationId],
    );
    await sql(`insert into source (organization_id, id, name, kind) values ($1, 1, 'test', 'file')`, [organizationId]);
    await sql(
      `insert into entity (organization_id, key, name, country) values ($1, 'group', 'Group', 'FR'), ($1, 'lyon', 'Lyon', null), ($1, 'turin', 'Turin', 'IT')`,
      [organizationId],
    );
    await sql(
      `insert into entity_parent (organization_id, entity_key, parent_key) values ($1, 'group', null), ($1, 'lyon', 'group'), ($1, 'turin', 'group')`,
      [organizationId],
    );
    await sql(
      `insert into wave (organization_id, key, name, kind, planned_start, planned_end, actual_start) values ($1, 'pilot', 'Pilot', 'pilot', '2026-01-01', '2026-02-01', '2026-01-05')`,
      [organizationId],
    );
    await sql(`insert into wave_entity (organization_id, entity_key, wave_key) values ($1, 'lyon', 'pilot')`, [
      organizationId,
    ]);
    names = await namesOf(database.owner, organizationId);
    const people = [
      ['boss', 'lyon', null],
      ['anne', 'lyon', 'boss'],
      ['bruno', 'lyon', 'boss'],
      ['carlo', 'turin', null],
      ['dina', 'turin', 'carlo'],
    ] as const;
    for (const [index, [key]] of people.entries()) {
      await sql(`insert into person (organization_id, ordinal, key, declared) values ($1, $2, $3, true)`, [
        organizationId,
        8190 + index,
        names.token(key),
      ]);
      await sql(`insert into person_alias values ($1, $2, $3)`, [organizationId, names.token(key), 8190 + index]);
    }
    for (const [index, [, entity, manager]] of people.entries()) {
      const boss = manager === null ? null : 8190 + people.findIndex(([key]) => key === manager);
      await sql(
        `insert into assignment (organization_id, ordinal, entity_key, manager_ordinal) values ($1, $2, $3, $4)`,
        [organizationId, 8190 + index, entity, boss],
      );
    }
    await sql(`update organization set next_ordinal = 8195`);
    for (let day = 5; day <= 30; day++)
      await happened(`2026-01-${String(day).padStart(2, '0')}T09:00:00Z`, 'login', 'boss');
    await happened('2026-01-05T08:00:00Z', 'invitation_sent', 'admin', 'anne');
    await happened('2026-01-06T09:00:00Z', 'login', 'anne');
    await happened('2026-01-06T09:00:00Z', 'comment', 'anne');
    await happened('2026-01-28T09:00:00Z', 'post', 'carlo');
    await happened('2026-01-29T09:00:00Z', 'reaction', 'stranger');
    const work = await database.as('work');
    await buildActivity(work, organizationId);
    await measureWeeks(work, organizationId);
  });
  afterAll(() => database.drop());

  async function happened(at: string, kind: (typeof eventKinds)[number], actor: string, target: string | null = null) {
    await sql(`select ensure_event_partition($1)`, [at]);
    await sql(
      `insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor, target)
       values ($1, $2::timestamptz at time zone 'UTC', 1, md5($3)::uuid, 0, $2, $4, 1, $5, $6)`,
      [organizationId, at, String(next++), eventKinds.indexOf(kind), names.token(actor), names.tokenOrNull(target)],
    );
    await sql(`insert into dirty_day (organization_id, day) values ($1, $2)`, [organizationId, at.slice(0, 10)]);
  }

  const measured = (table: string, days: number | null, population: string) =>
    sql(
      `select * from ${table} where week_end = $1 and population = $2 ${days === null ? '' : `and days = ${days}`} order by cell`,
      [sunday, population],
    );

  it('counts each person once, in the cell of the entity', async () => {
    expect(await measured('measure_state', null, 'everyone')).toMatchObject([
      { cell: 'lyon', people: 3, planned: 3, opened: 3, invited: 1, activated: 2, connected: 2, engaged: 1 },
      { cell: 'turin', people: 2, planned: 0, opened: 0, invited: 0, activated: 1, connected: 0, engaged: 0 },
    ]);
    expect(await measured('measure_people', 28, 'everyone')).toMatchObject([
      { cell: 'lyon', login: 2, act: 1, active: 2, engaged: 1, posted: 0, contributed: 1, due14: 1, activated14: 1 },
      { cell: 'turin', login: 0, act: 1, active: 1, engaged: 0, posted: 1 },
    ]);
    expect(await measured('measure_people', 7, 'everyone')).toMatchObject([
      { cell: 'lyon', login: 1, act: 0, due14: 0 },
      { cell: 'turin', login: 0, posted: 1 },
    ]);
  });

  it('knows managers, their levels and who uses the network daily', async () => {
    expect(await measured('measure_people', 28, 'managers')).toMatchObject([
      { cell: 'lyon', active: 1, daily: 1 },
      { cell: 'turin', active: 1, daily: 0 },
    ]);
    expect(await measured('measure_state', null, 'level-0')).toMatchObject([
      { cell: 'lyon', people: 1 },
      { cell: 'turin', people: 1 },
    ]);
  });

  it('keeps those the directory does not name apart', async () => {
    expect(await measured('measure_people', 7, 'unassigned')).toMatchObject([{ cell: '~unassigned', engaged: 1 }]);
  });

  it('counts person-days on working days only', async () => {
    expect(
      await sql(`select cell, login_days, login_exposure from measure_volume where week_end = $1 order by cell`, [
        sunday,
      ]),
    ).toMatchObject([
      { cell: 'lyon', login_days: 21, login_exposure: 40 },
      { cell: 'turin', login_days: 0 },
    ]);
  });

  it('gives the same measures when everything is counted again', async () => {
    const all = () => sql(`select to_jsonb(m) as row from measure_people m order by 1`);
    const before = await all();
    await sql(`insert into dirty_week (organization_id, week_end) select $1, week_end from mask`, [organizationId]);
    await measureWeeks(await database.as('work'), organizationId);
    expect(await all()).toEqual(before);
  });

  it('keeps the marks of a week that fails and of those after it, and begins no further one', async () => {
    await sql(`insert into dirty_week (organization_id, week_end) select $1, week_end from mask`, [organizationId]);
    const weeks = ((await sql(`select week_end::text from mask order by 1 desc`)) as { week_end: string }[]).map(
      (row) => row.week_end,
    );
    const begun: string[] = [];
    let ended = 0;
    const counting = measureWeeks(await database.as('work'), organizationId, {
      counted: (_, __, week) => {
        begun.push(week);
        return week === weeks[1] ? Promise.reject(new Error('no room')) : Promise.resolve();
      },
      ended: () => Promise.resolve(void ended++),
    });
    await expect(counting).rejects.toThrow('no room');
    // Two at once: the one beside it, and at most one begun before it failed.
    expect(begun.length).toBeLessThanOrEqual(3);
    const left = ((await sql(`select week_end::text from dirty_week order by 1 desc`)) as { week_end: string }[]).map(
      (row) => row.week_end,
    );
    expect(left).toEqual(weeks.filter((week) => week === weeks[1] || !begun.includes(week)));
    expect(ended).toBe(0);
    await measureWeeks(await database.as('work'), organizationId, { ended: () => Promise.resolve(void ended++) });
    expect(await sql(`select from dirty_week`)).toEqual([]);
    expect(ended).toBe(1);
  });

  it('keeps the marks of an earlier day that is built while it waits to forget what is before the first', async () => {
    const work = await database.as('work');
    // One week to forget; and one that was told before all that stood in it was taken out.
    const told = '2025-12-14';
    const insertMask = `insert into mask (organization_id, week_end, nodes, k, counted_at, closed) values ($1, $2, '[]', 1, now(), $3)`;
    await sql(insertMask, [organizationId, '2025-11-02', false]);
    await sql(insertMask, [organizationId, told, true]);
    const measuring = await database.owner.transaction(async (tx) => {
      await lockOrganization(tx, organizationId);
      await tx.query(
        `insert into activity_day (organization_id, day, act, segment, people)
         select organization_id, '2025-12-10', act, segment, people from activity_day where day = '2026-01-28'`,
      );
      await tx.query(`insert into dirty_week (organization_id, week_end) values ($1, $2)`, [organizationId, told]);
      const measured = measureWeeks(work, organizationId);
      const waits = `select from pg_locks where locktype = 'advisory' and not granted
                        and database = (select oid from pg_database where datname = current_database())`;
      while (((await sql(waits)) as object[]).length === 0) await new Promise((done) => setTimeout(done, 20));
      return { measured };
    });
    // Those between were never counted.
    expect(await measuring.measured).toEqual(['2026-01-04', '2025-12-28', '2025-12-21', told]);
    await sql(`delete from activity_day where day = '2025-12-10'`);
    await sql(`delete from mask where week_end = $1`, [told]);
    await measureWeeks(work, organizationId);
    expect(await sql(`select from mask where week_end < '2026-01-11'`)).toEqual([]);
  });

  it('counts managers who passed the launch message on within 14 days of their opening, once one is declared', async () => {
    const launch = async (): Promise<unknown> => {
      await sql(`insert into dirty_week (organization_id, week_end) values ($1, $2)`, [organizationId, sunday]);
      await measureWeeks(await database.as('work'), organizationId);
      return sql(`select managers, relayed from measure_launch where week_end = $1`, [sunday]);
    };
    expect(await launch()).toEqual([]);
    await sql(
      `insert into action (organization_id, key, kind, name, state, starts_on, ends_on, audience, object_key)
       values ($1, 'go', 'launch_message', 'Go', 'held', '2026-01-05', '2026-01-05', 'everyone', 'm1')`,
      [organizationId],
    );
    // Who manages nobody, another message, and a fortnight too late: none of them passes it on.
    const shared = async (at: string, actor: string, object: string) => {
      await happened(at, 'share', actor);
      await sql(`update event set object = $1 where id = md5($2)::uuid`, [object, String(next - 1)]);
    };
    await shared('2026-01-06T09:00:00Z', 'anne', 'm1');
    await shared('2026-01-06T09:00:00Z', 'boss', 'm2');
    await shared('2026-01-19T09:00:00Z', 'boss', 'm1');
    // Turin is in no wave: its manager was not to pass anything on.
    expect(await launch()).toEqual([{ managers: 1, relayed: 0 }]);
    await shared('2026-01-18T09:00:00Z', 'boss', 'm1');
    expect(await launch()).toEqual([{ managers: 1, relayed: 1 }]);
    await sql(`update organization set sealed_before = '2026-01-12'`);
    expect(await launch()).toEqual([]);
    await sql(`update organization set sealed_before = null`);
  });
});
