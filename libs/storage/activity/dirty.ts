import { type EntityManager } from 'typeorm';
import { execute } from '../database.js';

/** Marks UTC days whose events changed (or whose people now belong elsewhere), in the transaction that changed them. */
export async function markDays(tx: EntityManager, organizationId: string, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  await tx.query(`insert into dirty_day (organization_id, day) select $1, unnest($2::date[])`, [organizationId, days]);
}

/** Marks every week that shows people, from the one that holds `from` (null = all): the directory changed. */
export async function markWeeks(tx: EntityManager, organizationId: string, from: string | null): Promise<number> {
  return execute(
    tx,
    `
    insert into dirty_week (organization_id, week_end)
    select $1, monday::date + 6
      from (select min(day) as first, max(day) as last from activity_day where organization_id = $1) as seen,
           generate_series(date_trunc('week', greatest(seen.first, $2::date)), seen.last, interval '7 days') as monday
     where seen.first is not null
    `,
    [organizationId, from],
  );
}
