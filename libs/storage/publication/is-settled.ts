import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

/** Whether the activity that a week is counted from is whole: no day up to its end waits to be rebuilt. */
export async function isActivitySettled(db: EntityManager, organizationId: string, sunday: Day): Promise<boolean> {
  const waiting = await rowsOf(db, `select from dirty_day where organization_id = $1 and day <= $2::date + 1 limit 1`, [
    organizationId,
    sunday,
  ]);
  return waiting.length === 0;
}

/** Whether a week was counted from all that is known: no mark of it waits either. */
export async function isCounted(db: EntityManager, organizationId: string, sunday: Day): Promise<boolean> {
  const waiting = await rowsOf(db, `select from dirty_week where organization_id = $1 and week_end = $2 limit 1`, [
    organizationId,
    sunday,
  ]);
  return waiting.length === 0;
}
