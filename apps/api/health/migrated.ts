import { migrations } from '#migrations/all.js';
import { openDatabase, rowsOf } from '#storage/database.js';

/** Null when the database is at the version of this program. Asks as the owner: no other role sees the list. */
export async function migrationReason(ownerUrl: string): Promise<string | null> {
  const owner = await openDatabase(ownerUrl, { poolSize: 1, name: 'essor health' });
  try {
    const applied = await rowsOf<{ name: string }>(owner, `select name from migration`);
    const names = new Set(applied.map(({ name }) => name));
    const missing = migrations.filter((migration) => !names.has(migration.name));
    return missing.length === 0 ? null : `${missing.length} migrations to apply`;
  } finally {
    await owner.destroy();
  }
}
