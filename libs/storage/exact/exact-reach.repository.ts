import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Present } from '#domain/rollout/reach.js';
import { rowsOf } from '../database.js';

/** Everyone of the tree of a day, with site, trade and the ambassador mandates then open. */
export function presentOn(tx: EntityManager, organizationId: string, day: Day): Promise<Present[]> {
  return rowsOf(
    tx,
    `select a.entity_key as entity, nullif(a.site, '') as site, nullif(a.trade, '') as trade,
            array(select m.valid_from::text from mandate m
                   where m.organization_id = $1 and m.ordinal = a.ordinal and m.role = 'ambassador'
                     and $2::date >= m.valid_from and $2::date < m.valid_to) as since
       from assignment a, person p, entity_parent e
      where a.organization_id = $1 and $2::date >= a.valid_from and $2::date < a.valid_to
        and p.organization_id = $1 and p.ordinal = a.ordinal and p.bot = false
        and e.organization_id = $1 and e.entity_key = a.entity_key and $2::date >= e.valid_from and $2::date < e.valid_to`,
    [organizationId, day],
  );
}
