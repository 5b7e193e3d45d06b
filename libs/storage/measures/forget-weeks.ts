import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';

const byWeek = [
  ...['published_week', 'published_node', 'published_count', 'published_tie', 'published_profile'],
  ...['published_influence', 'published_community'],
  ...['measure_people', 'measure_state', 'measure_volume', 'measure_habit', 'measure_persona', 'measure_usage'],
  ...['measure_rhythm', 'measure_concentration', 'measure_network', 'measure_tie', 'measure_reach'],
  ...['measure_exchange', 'measure_community', 'measure_own_group', 'measure_relay', 'measure_launch'],
];

/**
 * Forgets every week that ends before `first` or after the week of `last` (null = no week is left), as if it had never
 * been counted. Closed weeks are records and stay.
 */
export async function forgetWeeksOutside(
  tx: EntityManager,
  organizationId: string,
  first: Day | null,
  last: Day | null,
): Promise<void> {
  const outside = `($2::date is null or $3::date is null or week_end < $2::date or week_end >= $3::date + 7)`;
  const bounds = [organizationId, first, last];
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
