import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

/** Names of entities by key, as the directory has them today. */
export async function entityNames(db: DataSource, organizationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ key: string; name: string }>(
    db,
    `select key, name from entity where organization_id = $1`,
    [organizationId],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}
