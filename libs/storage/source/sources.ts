import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';

/** The organisation has a source of that name already. */
export class SourceNameTaken extends Error {
  override readonly name = 'SourceNameTaken';
  readonly code = 'source_name_taken';
}

export type SourceKind = 'http' | 'file' | 'pull';

/** Throws SourceNameTaken. */
export async function createSource(
  db: DataSource | EntityManager,
  organizationId: string,
  { name, kind }: { name: string; kind: SourceKind },
): Promise<number> {
  const id = await insertSource(db, organizationId, name, kind);
  if (id === null) throw new SourceNameTaken(`There is a source named ${name} already.`);
  return id;
}

/** The source of that name, created where it does not exist. Safe to repeat, and at once. */
export async function ensureSource(
  db: DataSource | EntityManager,
  organizationId: string,
  { name, kind }: { name: string; kind: SourceKind },
): Promise<number> {
  const known = await sourceNamed(db, organizationId, name);
  const id =
    known ?? (await insertSource(db, organizationId, name, kind)) ?? (await sourceNamed(db, organizationId, name));
  if (id === null) throw new Error('a source came and went');
  return id;
}

/** Takes a source of files away that nothing came from, and that only this import names. Safe to repeat. */
export async function forgetUnusedSource(
  db: DataSource,
  organizationId: string,
  sourceId: number,
  importId: number,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockSources(tx, organizationId);
    const [found] = await rowsOf<{ id: number }>(
      tx,
      `
      select id from source
       where organization_id = $1 and id = $2 and kind = 'file'
         and not exists (select from source_hour where organization_id = $1 and source_id = $2)
         and not exists (select from import where organization_id = $1 and source_id = $2 and id <> $3)
      `,
      [organizationId, sourceId, importId],
    );
    if (!found) return;
    await execute(tx, `update import set source_id = null where organization_id = $1 and id = $2`, [
      organizationId,
      importId,
    ]);
    await execute(tx, `delete from source where organization_id = $1 and id = $2`, [organizationId, sourceId]);
  });
}

const lockSources = (tx: EntityManager, organizationId: string) =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('essor.source.' || $1::text, 0))`, [organizationId]);

/** Null where there is none of that name. */
export async function sourceNamed(
  db: DataSource | EntityManager,
  organizationId: string,
  name: string,
): Promise<number | null> {
  const [row] = await rowsOf<{ id: number }>(db, `select id from source where organization_id = $1 and name = $2`, [
    organizationId,
    name,
  ]);
  return row?.id ?? null;
}

async function insertSource(
  db: DataSource | EntityManager,
  organizationId: string,
  name: string,
  kind: SourceKind,
): Promise<number | null> {
  // Two at once would take the same number: the second waits for the first, then counts it.
  return db.transaction(async (tx) => {
    await lockSources(tx, organizationId);
    const [row] = await rowsOf<{ id: number }>(
      tx,
      `
      insert into source (organization_id, id, name, kind)
      select $1, coalesce(max(id), 0) + 1, $2, $3 from source where organization_id = $1
      on conflict (organization_id, name) do nothing
      returning id
      `,
      [organizationId, name, kind],
    );
    return row?.id ?? null;
  });
}
