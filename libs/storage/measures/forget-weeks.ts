import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { firstKnownDay } from '../activity/dirty.js';
import { lockOrganization, rowsOf } from '../database.js';

const byWeek = [
  ...['published_week', 'published_node', 'published_count', 'published_tie', 'published_profile'],
  ...['published_influence', 'published_community'],
  ...['measure_people', 'measure_state', 'measure_volume', 'measure_habit', 'measure_persona', 'measure_usage'],
  ...['measure_rhythm', 'measure_concentration', 'measure_network', 'measure_tie', 'measure_reach'],
  ...['measure_exchange', 'measure_community', 'measure_own_group', 'measure_relay', 'measure_launch'],
];

/**
 * Forgets every open week that ends before the first known day or after the week of `last` (null = no week is left), as if
 * it had never been counted: what was done in it was taken out, or stands on another day since a zone changed. Closed
 * weeks are records and stay; so does everything once activity has been forgotten.
 */
export async function forgetWeeksOutside(tx: EntityManager, organizationId: string, last: Day | null): Promise<void> {
  if (!(await weeksOutside(tx, organizationId, last))) return;
  await lockOrganization(tx, organizationId);
  // Whoever held the lock may have built an earlier day meanwhile, and marked its weeks.
  const known = await weeksOutside(tx, organizationId, last);
  if (!known) return;
  const bounds = [organizationId, known.first, last];
  const outside = `($2::date is null or $3::date is null or week_end < $2::date or week_end >= $3::date + 7)`;
  for (const table of byWeek) {
    await tx.query(
      `delete from ${table} as derived
        where organization_id = $1 and ${outside}
          and not exists (select from mask
                           where mask.organization_id = $1 and mask.week_end = derived.week_end and mask.closed)`,
      bounds,
    );
  }
  await tx.query(`delete from mask where organization_id = $1 and ${outside} and not closed`, bounds);
  // Later weeks wait for their data; there will be none of earlier ones.
  await tx.query(
    `delete from dirty_week where organization_id = $1 and ($2::date is null or week_end < $2::date)`,
    bounds.slice(0, 2),
  );
}

/** The first known day, where any week is to be forgotten; null where none is. */
async function weeksOutside(
  tx: EntityManager,
  organizationId: string,
  last: Day | null,
): Promise<{ first: Day | null } | null> {
  const [known] = await rowsOf<{ first: Day | null; outside: boolean }>(
    tx,
    `select k.first,
            exists (select from mask where organization_id = $1 and not closed
                       and (k.first is null or $2::date is null or week_end < k.first or week_end >= $2::date + 7))
            or exists (select from dirty_week where organization_id = $1 and (k.first is null or week_end < k.first)) as outside
       from (select ${firstKnownDay} as first) as k, organization o
      where o.id = $1 and o.sealed_before is null`,
    [organizationId, last],
  );
  return known?.outside ? known : null;
}
