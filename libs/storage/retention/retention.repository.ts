import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { forgetTies } from '../activity/tie.repository.js';
import { execute, rowsOf } from '../database.js';

/** Months (first day) that still hold events of the organisation below its sealed floor. */
export async function monthsBelowFloor(work: DataSource, organizationId: string): Promise<Day[]> {
  const rows = await rowsOf<{ month: Day }>(
    work,
    `select distinct date_trunc('month', day)::date as month from event
      where organization_id = $1 and day < (select sealed_before - 1 from organization where id = $1) order by month`,
    [organizationId],
  );
  return rows.map((row) => row.month);
}

/**
 * Forgets events of a month that lie below the floor: all at once where nobody keeps any of the month, else at most so
 * many. Tells how many went; 0 = none is left.
 */
export async function forgetMonth(
  work: DataSource,
  organizationId: string,
  month: Day,
  atMost: number,
): Promise<number> {
  const [row] = await rowsOf<{ gone: number }>(work, `select forget_event_month($1, $2, $3) as gone`, [
    organizationId,
    month,
    atMost,
  ]);
  return row?.gone ?? 0;
}

/** Which other imports had brought events that are gone. */
export async function forgetAlso(work: DataSource, organizationId: string): Promise<void> {
  await work.query(
    `delete from event_also where organization_id = $1
        and day < (select sealed_before - 1 from organization where id = $1)`,
    [organizationId],
  );
}

/** Moves the floor forward, never back; answers where it is now. */
export async function seal(tx: EntityManager, organizationId: string, before: Day): Promise<Day> {
  const set = `update organization set sealed_before = greatest(sealed_before, $2::date) where id = $1`;
  await tx.query(set, [organizationId, before]);
  const [row] = await rowsOf<{ floor: Day }>(tx, `select sealed_before as floor from organization where id = $1`, [
    organizationId,
  ]);
  return row?.floor ?? before;
}

/** UTC days that wait to be rebuilt and lie before a day: they must be built before their events may go. */
export async function waitsBefore(tx: EntityManager, organizationId: string, before: Day): Promise<boolean> {
  const rows = await rowsOf(tx, `select from dirty_day where organization_id = $1 and day <= $2::date limit 1`, [
    organizationId,
    before,
  ]);
  return rows.length > 0;
}

export async function forgetActivity(tx: EntityManager, organizationId: string, before: Day): Promise<number> {
  const days = await execute(tx, `delete from activity_day where organization_id = $1 and day < $2::date`, [
    organizationId,
    before,
  ]);
  let weeks = await forgetTies(tx, organizationId, before);
  for (const table of ['activity_week', 'activity_hour']) {
    weeks += await execute(tx, `delete from ${table} where organization_id = $1 and week < $2::date`, [
      organizationId,
      before,
    ]);
  }
  return days + weeks;
}

/**
 * What happened in groups and threads before a day. Who belongs to a group is a state: of it only what a later day has
 * changed goes, and what is known of those who have left.
 */
export async function forgetConversations(
  tx: EntityManager,
  organizationId: string,
  before: Day,
  leftBefore: Day,
): Promise<number> {
  let gone = 0;
  for (const [table, day] of [
    ['activity_group_week', 'week'],
    ['activity_group_day', 'day'],
    ['thread', 'day'],
    ['thread_response', 'day'],
    ['message_seen', 'day'],
  ]) {
    gone += await execute(tx, `delete from ${table} where organization_id = $1 and ${day} < $2::date`, [
      organizationId,
      before,
    ]);
  }
  return gone + (await execute(tx, forgetChanges, [organizationId, before, leftBefore]));
}

const forgetChanges = `
  delete from group_change c
   where c.organization_id = $1
     and (c.day < $2::date
          and exists (select from group_change later
                       where later.organization_id = $1 and later.group_key = c.group_key and later.ordinal = c.ordinal
                         and later.day > c.day and later.day < $2::date)
          or exists (select from assignment a where a.organization_id = $1 and a.ordinal = c.ordinal)
             and not exists (select from assignment a where a.organization_id = $1 and a.ordinal = c.ordinal and a.valid_to > $3::date))`;

/** Milestones of people whose last assignment ended before a day. */
export function forgetLeavers(tx: EntityManager, organizationId: string, before: Day): Promise<number> {
  return execute(
    tx,
    `delete from milestone m where m.organization_id = $1
        and exists (select from assignment a where a.organization_id = $1 and a.ordinal = m.ordinal)
        and not exists (select from assignment a where a.organization_id = $1 and a.ordinal = m.ordinal and a.valid_to > $2::date)`,
    [organizationId, before],
  );
}

/** Lists of participants, answers and voluntary reports; what was counted of them stays. */
export async function forgetDeclared(
  tx: EntityManager,
  organizationId: string,
  before: { lists: Day; answers: Day },
): Promise<number> {
  const attendance = await execute(
    tx,
    `delete from attendance t using action a
      where t.organization_id = $1 and a.organization_id = $1 and a.key = t.action_key and a.starts_on < $2::date`,
    [organizationId, before.lists],
  );
  const reports = await execute(
    tx,
    `delete from voluntary_report where organization_id = $1 and period_end < $2::date`,
    [organizationId, before.lists],
  );
  const answers = await execute(
    tx,
    `delete from survey_answer t using survey_question q
      where t.organization_id = $1 and q.organization_id = $1 and (q.survey_key, q.key) = (t.survey_key, t.question_key)
        and q.asked_on < $2::date`,
    [organizationId, before.answers],
  );
  return attendance + reports + answers;
}

/** Drops the audit entries of before that instant, of the organisation and of the installation; their chains still hold. */
export async function forgetAudit(work: DataSource, organizationId: string, before: Date): Promise<void> {
  await work.query(
    `select forget_audit(chain, $2) from unnest(array[$1, '00000000-0000-0000-0000-000000000000']::uuid[]) as chain`,
    [organizationId, before],
  );
}
