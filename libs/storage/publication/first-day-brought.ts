import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

/** The first UTC day that a file brought and that was not undone, or on which a live source was heard; null before any. */
export async function firstDayBrought(app: DataSource, organizationId: string): Promise<Day | null> {
  const [row] = await rowsOf<{ day: Day | null }>(
    app,
    `select least(
       (select min(first_day) from import where organization_id = $1 and state in ('done', 'cancelled', 'failed')),
       (select (min(hour) at time zone 'UTC')::date from source_hour
         join source on source.organization_id = $1 and source.id = source_hour.source_id and source.kind <> 'file'
        where source_hour.organization_id = $1 and accepted > 0)
     ) as day`,
    [organizationId],
  );
  return row?.day ?? null;
}
