import { type DataSource } from 'typeorm';
import { addDays, type Day, weekEndOf } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';
import { horizonOf, organizationById } from '../organization/organization.js';
import { mayCloseFrom } from './week-is-over.js';

/** The week that is told next, and what it waits for. */
export interface NextWeek {
  weekEnd: Day;
  /** It is not told before, by the wall clock. */
  from: Date;
  /** Data are complete so far: it also waits for its own Sunday. */
  through: Day;
}

/** Null before any data, and for organisations without real people, whose weeks are told as they are counted. */
export async function nextWeek(app: DataSource, organizationId: string): Promise<NextWeek | null> {
  const organization = await organizationById(app, organizationId);
  const through = horizonOf(organization);
  if (organization.class !== 'personal' || through === null) return null;
  const [told] = await rowsOf<{ weekEnd: Day | null; isLeft: boolean }>(
    app,
    `select max(week_end) as "weekEnd", exists (select from source_day where organization_id = $1 and events > 0) as "isLeft"
       from published_week where organization_id = $1 and not provisional`,
    [organizationId],
  );
  // Undone to the last event: no week comes of itself.
  if (told?.weekEnd && !told.isLeft) return null;
  const weekEnd = told?.weekEnd ? addDays(told.weekEnd, 7) : weekEndOf(through);
  return { weekEnd, from: await mayCloseFrom(app.manager, organization, weekEnd), through };
}
