import { type EntityManager } from 'typeorm';
import { execute } from '../database.js';

/** Marks UTC days whose events changed (or whose people now belong elsewhere), in the transaction that changed them. */
export async function markDays(tx: EntityManager, organizationId: string, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  await tx.query(`insert into dirty_day (organization_id, day) select $1, unnest($2::date[])`, [organizationId, days]);
}

/**
 * First day of the history of $1: people did something, or were invited; once activity is forgotten, the first kept.
 * That a group or an account was made long before is no beginning, unless nothing else was ever told. A day of UTC may
 * be the local day before or after.
 */
export const firstKnownDay = `(
  select coalesce(least(lived.first, case when o.sealed_before is null then
                                       (select min(day) from milestone where organization_id = $1 and kind = 'invited') end),
                  (select min(day) from activity_day where organization_id = $1))
    from organization o
    left join lateral (
      select a.day as first from activity_day a
       where a.organization_id = $1
         and (exists (select from source_day s
                       where s.organization_id = $1 and s.day between a.day - 1 and a.day + 1 and s.events > s.founding)
              or not exists (select from source_day s where s.organization_id = $1 and s.day between a.day - 1 and a.day + 1))
       order by a.day limit 1) as lived on true
   where o.id = $1)`;

/** Marks every week that shows people, from the one that holds `from` (null = all): what it is counted from changed. */
export async function markWeeks(tx: EntityManager, organizationId: string, from: string | null): Promise<number> {
  return execute(
    tx,
    `
    insert into dirty_week (organization_id, week_end)
    select $1, monday::date + 6
      from (select ${firstKnownDay} as first,
                   greatest((select max(day) from activity_day where organization_id = $1),
                            (select max(day) from milestone where organization_id = $1),
                            (select max(week_end) from mask where organization_id = $1 and counted_at is not null)) as last) as seen,
           generate_series(date_trunc('week', greatest(seen.first, $2::date)), seen.last, interval '7 days') as monday
     where seen.first is not null
    `,
    [organizationId, from],
  );
}
