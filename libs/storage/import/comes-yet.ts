import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { type StoredImport, unfinishedImports } from './imports.js';

/**
 * What would come after the word that everything is in: files that are being read, also one that the command line reads,
 * which keeps nothing here (an hour after it began it may have been killed); or a directory that waits for somebody to look.
 */
export async function comesYet(
  db: DataSource,
  organizationId: string,
): Promise<'still_reading' | 'directory_waits' | null> {
  if ((await unfinishedImports(db, organizationId)).length > 0) return 'still_reading';
  const rows = await rowsOf<{ state: StoredImport['state'] }>(
    db,
    `select state from import
      where organization_id = $1
        and (state = 'held' or state in ('running', 'cancelling') and started_at > now() - interval '1 hour')`,
    [organizationId],
  );
  if (rows.length === 0) return null;
  return rows.every(({ state }) => state === 'held') ? 'directory_waits' : 'still_reading';
}
