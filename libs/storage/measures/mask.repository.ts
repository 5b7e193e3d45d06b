import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { type Unshown } from '#domain/mask/near-twins.js';
import { firstKnownDay } from '../activity/dirty.js';
import { rowsOf } from '../database.js';

/** By count, of each place at which it was told anew: what it said before, oldest first. */
export type SaidBefore = Readonly<Record<string, Readonly<Record<string, readonly Interval[]>>>>;

/** The cells of a week, and the populations that say nothing in some of them. */
export interface WeekMask extends Mask {
  closed: boolean;
  /** The organisation's k when they were laid. */
  k: number;
  unshown: Unshown[];
  saidBefore: SaidBefore;
}

/** Cells of a week; null when they have not been laid yet. */
export async function maskOf(tx: EntityManager, organizationId: string, sunday: Day): Promise<WeekMask | null> {
  const [row] = await rowsOf<WeekMask>(
    tx,
    `select nodes, closed, k, unshown, said_before as "saidBefore" from mask where organization_id = $1 and week_end = $2`,
    [organizationId, sunday],
  );
  return row ?? null;
}

/** A closed week keeps its cells; one that was published before there was any cell is opened again by its first ones. */
export async function saveMask(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  mask: Mask,
  k: number,
): Promise<void> {
  await tx.query(
    `insert into mask (organization_id, week_end, nodes, k) values ($1, $2, $3, $4)
     on conflict (organization_id, week_end) do update
        set nodes = excluded.nodes, k = excluded.k, closed = mask.closed and excluded.nodes = '[]'
      where not mask.closed or mask.nodes = '[]'`,
    [organizationId, sunday, JSON.stringify(mask.nodes), k],
  );
}

export async function saveUnshown(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  unshown: readonly Unshown[],
): Promise<void> {
  await tx.query(`update mask set unshown = $3 where organization_id = $1 and week_end = $2`, [
    organizationId,
    sunday,
    JSON.stringify(unshown),
  ]);
}

/** What a closed week that is told anew said so far: an older export still has it. */
export async function saveSaidBefore(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  saidBefore: SaidBefore,
): Promise<void> {
  await tx.query(`update mask set said_before = $3 where organization_id = $1 and week_end = $2`, [
    organizationId,
    sunday,
    JSON.stringify(saidBefore),
  ]);
}

export async function stampCounted(tx: EntityManager, organizationId: string, sunday: Day, now: Date): Promise<void> {
  await tx.query(`update mask set counted_at = $3 where organization_id = $1 and week_end = $2`, [
    organizationId,
    sunday,
    now,
  ]);
}

export interface DirtyWeek {
  sunday: Day;
  ids: number[];
}

/**
 * Weeks waiting to be counted, newest first, up to a Sunday: those that are marked, and those since the first activity
 * that never were because nothing happened in them. Nothing is not unknown.
 */
export function dirtyWeeks(tx: EntityManager, organizationId: string, until: Day): Promise<DirtyWeek[]> {
  return rowsOf(
    tx,
    `with quiet as (
       select s.sunday::date as week_end
         from generate_series(date_trunc('week', ${firstKnownDay}) + interval '6 days', $2::date, interval '7 days') as s(sunday)
        where not exists (select from mask m where m.organization_id = $1 and m.week_end = s.sunday::date and m.counted_at is not null)
     )
     select week_end as sunday, coalesce(array_agg(d.id::integer) filter (where d.id is not null), '{}') as ids
       from (select * from dirty_week where organization_id = $1 and week_end <= $2::date) as d
       full join quiet using (week_end)
      group by week_end order by week_end desc`,
    [organizationId, until],
  );
}

/** Marks open weeks whose cells were laid with a smaller k than the organisation has now: their cells are laid anew. */
export async function markOutgrown(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(
    `insert into dirty_week (organization_id, week_end)
     select m.organization_id, m.week_end from mask m join organization o on o.id = m.organization_id
      where m.organization_id = $1 and not m.closed and m.k < o.k
        and not exists (select from dirty_week d where d.organization_id = $1 and d.week_end = m.week_end)`,
    [organizationId],
  );
}

export async function clearWeekMarks(tx: EntityManager, organizationId: string, ids: number[]): Promise<void> {
  await tx.query(`delete from dirty_week where organization_id = $1 and id = any($2::bigint[])`, [organizationId, ids]);
}

export const weekBefore = (sunday: Day): Day => addDays(sunday, -7);
