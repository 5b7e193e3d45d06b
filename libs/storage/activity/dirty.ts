import { type EntityManager } from 'typeorm';
import { execute } from '../database.js';

/** Marks UTC days whose events changed (or whose people now belong elsewhere), in the transaction that changed them. */
export async function markDays(tx: EntityManager, organizationId: string, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  await tx.query(`insert into dirty_day (organization_id, day) select $1, unnest($2::date[])`, [organizationId, days]);
}

/** First day of which anything is known of $1: an act or an invitation; once activity is forgotten, the first kept. */
export const firstKnownDay = `(
  select case when o.sealed_before is null then least(seen.first, (select min(day) from milestone where organization_id = $1))
              else seen.first end
    from organization o, (select min(day) as first from activity_day where organization_id = $1) as seen
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
