import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

/** Weeks before the newest published one that are marked and not published yet: the newest are counted first. */
export async function weeksWaiting(app: DataSource, organizationId: string): Promise<number> {
  const [row] = await rowsOf<{ weeks: number }>(
    app,
    `select count(distinct d.week_end)::integer as weeks
       from dirty_week d
      where d.organization_id = $1
        and d.week_end < (select max(p.week_end) from published_week p where p.organization_id = $1)
        and not exists (select from published_week p where p.organization_id = $1 and p.week_end = d.week_end)`,
    [organizationId],
  );
  return row?.weeks ?? 0;
}
