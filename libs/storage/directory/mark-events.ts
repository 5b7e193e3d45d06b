import { type EntityManager } from 'typeorm';
import { execute } from '../database.js';

/**
 * Marks every day that has events and is not sealed, from `first` on (null = all): the events are the same, but whose
 * they are, or on which local day, is not. Steps from day to day through the key instead of reading the events.
 */
export async function markDaysWithEvents(
  tx: EntityManager,
  organizationId: string,
  first: string | null,
): Promise<number> {
  return execute(
    tx,
    `
    with recursive
      bounds as (select greatest(coalesce(sealed_before, '-infinity'), coalesce($2::date - 1, '-infinity')) as floor
                   from organization where id = $1),
      seen as (
        (select day from event, bounds where organization_id = $1 and day >= bounds.floor order by day limit 1)
        union all
        select (select event.day from event where organization_id = $1 and event.day > seen.day order by event.day limit 1)
          from seen where seen.day is not null
      )
    insert into dirty_day (organization_id, day) select $1, day from seen where day is not null
    `,
    [organizationId, first],
  );
}
