import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { eventKinds } from '#domain/events/kind.js';
import { rowsOf } from '../database.js';

/** Managers who were to pass the launch message on, and those who did. */
export interface LaunchRow {
  managers: number;
  relayed: number;
}

const declared = `
  select object_key from action
   where organization_id = $1 and kind = 'launch_message' and state <> 'cancelled' and object_key is not null`;

/** Opened at most 91 days ago, 14 at least: a fortnight is over, and raw events of it are still there. */
const count = `
  insert into measure_launch (organization_id, week_end, managers, relayed)
  with message as materialized (${declared}),
  due as materialized (
    select r.ordinal, w.actual_start as opened
      from roster r join wave w on w.organization_id = $1 and w.key = r.wave
     where r.manages and w.actual_start <= $2::date - 13 and w.actual_start > $2::date - 104
  ),
  passed as materialized (
    select a.ordinal, (e.occurred_at at time zone o.timezone)::date as day
      from event e
      join organization o on o.id = $1
      join person_alias a on a.organization_id = $1 and a.alias = e.actor
     where e.organization_id = $1 and e.day between $2::date - 104 and $2::date + 1 and e.kind = any($3::smallint[])
       and exists (select from due where due.ordinal = a.ordinal)
       and (e.object in (select object_key from message) or e.parent in (select object_key from message))
  )
  select $1, $2, count(*),
         count(*) filter (where exists (select from passed p
                                         where p.ordinal = d.ordinal and p.day >= d.opened and p.day < d.opened + 14))
    from due d
  having count(*) > 0`;

/**
 * Counts K56 of a week from the roster of the transaction and the raw events; nothing where these are gone already, or
 * where no communication is declared as the launch message with its id. Days are those of the organisation's zone.
 */
export async function countLaunch(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  exemplarity: boolean,
): Promise<void> {
  await tx.query(`delete from measure_launch where organization_id = $1 and week_end = $2`, [organizationId, sunday]);
  if (!exemplarity) return;
  const [known] = await rowsOf(
    tx,
    `select from organization where id = $1 and coalesce(sealed_before, '-infinity') <= $2::date - 104 and exists (${declared})`,
    [organizationId, sunday],
  );
  if (!known) return;
  const kinds = [eventKinds.indexOf('post'), eventKinds.indexOf('share')];
  await tx.query(count, [organizationId, sunday, kinds]);
}

export async function launchOfWeek(tx: EntityManager, organizationId: string, sunday: Day): Promise<LaunchRow | null> {
  const [row] = await rowsOf<LaunchRow>(
    tx,
    `select managers, relayed from measure_launch where organization_id = $1 and week_end = $2`,
    [organizationId, sunday],
  );
  return row ?? null;
}
