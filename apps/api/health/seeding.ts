import { type DataSource } from 'typeorm';
import { rowsOf } from '#storage/database.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** Complete weeks that a demo shows before visitors are let in; the older ones follow while they look. */
const weeksWanted = 8;

/** While a demo is being seeded: what is still missing before it may be shown. Null when nothing is. */
export async function seedingReason(read: DataSource): Promise<string | null> {
  const seeding = await rowsOf<{ id: string }>(read, `select id from organization where seeding`);
  const weeks = Math.min(...(await Promise.all(seeding.map(({ id }) => weeksOf(read, id)))));
  return weeks < weeksWanted ? `${weeks} of ${weeksWanted} weeks of the demo published` : null;
}

async function weeksOf(read: DataSource, organizationId: string): Promise<number> {
  const [row] = await withinOrganization(organizationId, () =>
    rowsOf<{ weeks: number }>(
      read,
      `select count(distinct week_end)::integer as weeks from published_count
        where organization_id = $1 and population = 'everyone' and days = 28`,
      [organizationId],
    ),
  );
  return row?.weeks ?? 0;
}
