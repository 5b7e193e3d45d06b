import { type DataSource } from 'typeorm';
import { rowsOf } from '#storage/database.js';

/** Complete weeks that a demo shows before visitors are let in; the older ones follow while they look. */
const weeksWanted = 8;

/** While a demo is being seeded: what is still missing before it may be shown. Null when nothing is. */
export async function seedingReason(read: DataSource): Promise<string | null> {
  const rows = await rowsOf<{ weeks: number }>(
    read,
    `select (select count(distinct c.week_end)::integer from published_count c
              where c.organization_id = o.id and c.population = 'everyone' and c.days = 28) as weeks
       from organization o where o.seeding`,
  );
  const weeks = Math.min(...rows.map((row) => row.weeks));
  return weeks < weeksWanted ? `${weeks} of ${weeksWanted} weeks of the demo published` : null;
}
