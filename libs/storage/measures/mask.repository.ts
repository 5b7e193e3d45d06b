import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type Mask } from '#domain/mask/mask.js';
import { rowsOf } from '../database.js';

/** Cells of a week; null when they have not been laid yet. */
export async function maskOf(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
): Promise<(Mask & { closed: boolean }) | null> {
  const [row] = await rowsOf<Mask & { closed: boolean }>(
    tx,
    `select nodes, closed from mask where organization_id = $1 and week_end = $2`,
    [organizationId, sunday],
  );
  return row ?? null;
}

export async function saveMask(tx: EntityManager, organizationId: string, sunday: Day, mask: Mask): Promise<void> {
  await tx.query(
    `insert into mask (organization_id, week_end, nodes) values ($1, $2, $3)
     on conflict (organization_id, week_end) do update set nodes = excluded.nodes where not mask.closed`,
    [organizationId, sunday, JSON.stringify(mask.nodes)],
  );
}

export async function stampCounted(tx: EntityManager, organizationId: string, sunday: Day): Promise<void> {
  await tx.query(`update mask set counted_at = now() where organization_id = $1 and week_end = $2`, [
    organizationId,
    sunday,
  ]);
}

export interface DirtyWeek {
  sunday: Day;
  ids: number[];
}

/** Weeks waiting to be counted, newest first, up to a Sunday. */
export function dirtyWeeks(tx: EntityManager, organizationId: string, until: Day): Promise<DirtyWeek[]> {
  return rowsOf(
    tx,
    `select week_end as sunday, array_agg(id::integer) as ids from dirty_week
      where organization_id = $1 and week_end <= $2::date group by week_end order by week_end desc`,
    [organizationId, until],
  );
}

export async function clearWeekMarks(tx: EntityManager, organizationId: string, ids: number[]): Promise<void> {
  await tx.query(`delete from dirty_week where organization_id = $1 and id = any($2::bigint[])`, [organizationId, ids]);
}

export const weekBefore = (sunday: Day): Day => addDays(sunday, -7);
