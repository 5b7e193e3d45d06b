import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { execute, rowsOf } from '../database.js';

/** Months (first day) that still hold events of the organisation before a day. */
export async function monthsBefore(tx: EntityManager, organizationId: string, before: Day): Promise<Day[]> {
  const rows = await rowsOf<{ month: Day }>(
    tx,
    `select distinct date_trunc('month', day)::date as month from event
      where organization_id = $1 and day < $2::date order by month`,
    [organizationId, before],
  );
  return rows.map((row) => row.month);
}

export async function forgetMonth(tx: EntityManager, organizationId: string, month: Day, before: Day): Promise<number> {
  const [row] = await rowsOf<{ gone: number }>(tx, `select forget_event_month($1, $2, $3) as gone`, [
    organizationId,
    month,
    before,
  ]);
  return row?.gone ?? 0;
}

/** Moves the floor forward, never back. */
export async function seal(tx: EntityManager, organizationId: string, before: Day): Promise<void> {
  await tx.query(`update organization set sealed_before = greatest(sealed_before, $2::date) where id = $1`, [
    organizationId,
    before,
  ]);
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
  return (
    days +
    (await execute(tx, `delete from activity_week where organization_id = $1 and week < $2::date`, [
      organizationId,
      before,
    ]))
  );
}

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
