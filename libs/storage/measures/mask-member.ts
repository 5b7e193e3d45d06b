import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

/** Days after which nothing that is counted looks back on a week any more: the longest window and a four-week block. */
const lookedBackOn = 393;

/**
 * Keeps who is in which cell of a week, from the roster that is being counted. A closed week keeps those of whom it
 * speaks; what is too old to be compared with is forgotten.
 */
export async function saveMembers(tx: EntityManager, organizationId: string, sunday: Day): Promise<void> {
  await tx.query(
    `delete from mask_member m using mask
      where m.organization_id = $1 and mask.organization_id = $1 and mask.week_end = m.week_end
        and (m.week_end = $2 and not mask.closed or m.week_end < $3)`,
    [organizationId, sunday, addDays(sunday, -lookedBackOn)],
  );
  await tx.query(
    `insert into mask_member (organization_id, week_end, cell, ordinals)
     select $1, $2, cell, array_agg(ordinal order by ordinal) from cell_people group by cell
     on conflict do nothing`,
    [organizationId, sunday],
  );
}

/** People who are in a cell of a Sunday and were, or will be, in one of another closed Sunday. */
export interface StayedInCell {
  sunday: Day;
  then: string;
  now: string;
  people: number;
}

export function stayedInCells(tx: EntityManager, organizationId: string, sunday: Day): Promise<StayedInCell[]> {
  return rowsOf(
    tx,
    `with member as (
       select m.week_end, m.cell, unnest(m.ordinals) as ordinal
         from mask_member m join mask using (organization_id, week_end)
        where m.organization_id = $1 and (mask.closed or m.week_end = $2)
     )
     select t.week_end as sunday, t.cell as then, n.cell as now, count(*)::integer as people
       from member n join member t using (ordinal)
      where n.week_end = $2 and t.week_end <> $2
      group by 1, 2, 3`,
    [organizationId, sunday],
  );
}
