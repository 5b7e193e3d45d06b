import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { segmentSize } from '../activity/bitmap.sql.js';
import { rowsOf } from '../database.js';

/** Days after which nothing that is counted looks back on a week any more: the longest window and a four-week block. */
const lookedBackOn = 393;

/**
 * Keeps who is in which cell and populations of a week, from the roster that is being counted. A closed week keeps those
 * of whom it speaks; what is too old to be compared with is forgotten.
 */
export async function saveMembers(tx: EntityManager, organizationId: string, sunday: Day): Promise<void> {
  await tx.query(
    `delete from mask_member m using mask
      where m.organization_id = $1 and mask.organization_id = $1 and mask.week_end = m.week_end
        and (m.week_end = $2 and not mask.closed or m.week_end < $3)`,
    [organizationId, sunday, addDays(sunday, -lookedBackOn)],
  );
  await tx.query(
    `insert into mask_member (organization_id, week_end, cell, populations, ordinals)
     select $1, $2, cell, populations, array_agg(ordinal order by ordinal)
       from (select ordinal, cell, ${populationsOf('true')} as populations from cell_people) as placed
      where not exists (select from mask_member where organization_id = $1 and week_end = $2)
      group by cell, populations`,
    [organizationId, sunday],
  );
  await tx.query(addFirstPlan, [organizationId, sunday]);
}

/** Populations of the person of a row, in their order. */
const populationsOf = (which: string) => `
  array(select population from population_bits b
         where b.segment = ordinal / ${segmentSize} and population <> 'everyone' and (${which})
           and get_bit(people, ordinal % ${segmentSize}) = 1
         order by population)`;

/** A closed week that knew of no plan tells the first one in the cells that it has (docs/decisions/048). */
const addFirstPlan = `
  with kept as (
    delete from mask_member m using mask
     where m.organization_id = $1 and m.week_end = $2
       and mask.organization_id = $1 and mask.week_end = $2 and mask.closed
       and exists (select from population_bits where population = 'planned')
       and not exists (select from mask_member p where p.organization_id = $1 and p.week_end = $2 and 'planned' = any(p.populations))
    returning m.cell, m.populations, m.ordinals
  ),
  placed as (
    select cell, ordinal,
           populations || ${populationsOf(`population in ('planned', 'opened') or population like 'wave-%'`)} as populations
      from kept, unnest(ordinals) as ordinal
  )
  insert into mask_member (organization_id, week_end, cell, populations, ordinals)
  select $1, $2, cell, populations, array_agg(ordinal order by ordinal) from placed group by cell, populations`;

/** People of a cell who are in the same populations. */
export interface CellMembers {
  cell: string;
  populations: string[];
  people: number;
}

/** People who are in a cell of a Sunday and were, or will be, in one of another closed Sunday. */
export interface StayedInCell {
  then: Omit<CellMembers, 'people'>;
  now: Omit<CellMembers, 'people'>;
  people: number;
}

const kept = `
  select m.week_end, m.cell, m.populations, m.ordinals
    from mask_member m join mask using (organization_id, week_end)
   where m.organization_id = $1 and (mask.closed or m.week_end = $2)`;

/** Who was counted where on the closed Sundays beside one. */
export function membersBeside(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
): Promise<(CellMembers & { sunday: Day })[]> {
  return rowsOf(
    tx,
    `select week_end as sunday, cell, populations, cardinality(ordinals) as people from (${kept}) as m where week_end <> $2`,
    [organizationId, sunday],
  );
}

export function stayedInCells(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
): Promise<(StayedInCell & { sunday: Day })[]> {
  return rowsOf(
    tx,
    `with part as (select row_number() over () as part, * from (${kept}) as m),
     member as (select part, week_end, unnest(ordinals) as ordinal from part),
     stayed as (
       select t.week_end as sunday, t.part as then, n.part as now, count(*)::integer as people
         from member n join member t using (ordinal)
        where n.week_end = $2 and t.week_end <> $2
        group by 1, 2, 3
     )
     select s.sunday, s.people, json_build_object('cell', t.cell, 'populations', t.populations) as then,
            json_build_object('cell', n.cell, 'populations', n.populations) as now
       from stayed s join part t on t.part = s.then join part n on n.part = s.now`,
    [organizationId, sunday],
  );
}
