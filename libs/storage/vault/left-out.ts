import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';

/** Tokens of the names of whom nothing is kept any more: people who were erased, or who objected. */
export async function leftOutOf(db: DataSource | EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ token: string }>(db, `select token from left_out where organization_id = $1`, [
    organizationId,
  ]);
  return new Set(rows.map(({ token }) => token));
}
