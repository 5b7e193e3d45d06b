import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

/**
 * The first UTC day on which people are known to have done something; until that is counted, the first that a file brought
 * and that was not undone, or on which a live source was heard. Null before any.
 */
export async function firstDayBrought(app: DataSource | EntityManager, organizationId: string): Promise<Day | null> {
  const [row] = await rowsOf<{ day: Day | null }>(
    app,
    `select coalesce(
       (select min(day) from source_day where organization_id = $1 and events > founding),
       least(
       (select min(coalesce(lived_from, first_day)) from import where organization_id = $1 and state in ('done', 'cancelled', 'failed')),
       (select (min(hour) at time zone 'UTC')::date from source_hour
         join source on source.organization_id = $1 and source.id = source_hour.source_id and source.kind <> 'file'
        where source_hour.organization_id = $1 and accepted > 0))
     ) as day`,
    [organizationId],
  );
  return row?.day ?? null;
}
