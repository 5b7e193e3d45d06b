import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
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

/** Sunday of the first week that is published, or is to be: while older weeks are counted the history began before those told. */
export async function firstWeekKnown(app: DataSource, organizationId: string): Promise<Day | null> {
  const [row] = await rowsOf<{ sunday: Day | null }>(
    app,
    `select least((select min(week_end) from published_week where organization_id = $1),
                  (select min(week_end) from dirty_week where organization_id = $1)) as sunday`,
    [organizationId],
  );
  return row?.sunday ?? null;
}
