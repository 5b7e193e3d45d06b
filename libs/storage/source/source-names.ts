import { type DataSource } from 'typeorm';
import { type EventKind, eventKinds, kindIndex } from '#domain/events/kind.js';
import { type Vocabulary } from '#domain/events/vocabulary.js';
import { rowsOf } from '../database.js';

/** What a source means by a name of another vocabulary; null = nothing that counts. */
export interface SourceName {
  vocabulary: Vocabulary;
  name: string;
  kind: EventKind | null;
}

/** What was said of the names of one source; what is not here means what it usually means. */
export async function sourceNames(db: DataSource, organizationId: string, sourceId: number): Promise<SourceName[]> {
  const rows = await rowsOf<{ vocabulary: Vocabulary; name: string; kind: number | null }>(
    db,
    `
    select vocabulary, name, kind from source_name
     where organization_id = $1 and source_id = $2 order by vocabulary, name
    `,
    [organizationId, sourceId],
  );
  return rows.map((row) => ({ ...row, kind: row.kind === null ? null : (eventKinds[row.kind] ?? null) }));
}

/** From now on; what is stored already stays as it is. Safe to repeat. */
export async function saveSourceName(
  db: DataSource,
  organizationId: string,
  sourceId: number,
  { vocabulary, name, kind }: SourceName,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(
      `
      insert into source_name (organization_id, source_id, vocabulary, name, kind) values ($1, $2, $3, $4, $5)
      on conflict (organization_id, source_id, vocabulary, name) do update set kind = excluded.kind, changed_at = now()
      `,
      [organizationId, sourceId, vocabulary, name, kind === null ? null : kindIndex(kind)],
    );
    await tx.query(
      `
      delete from source_unmapped
       where organization_id = $1 and source_id = $2 and vocabulary = $3 and name = $4
      `,
      [organizationId, sourceId, vocabulary, name],
    );
  });
}

/** The name means again what it usually means. */
export async function forgetSourceName(
  db: DataSource,
  organizationId: string,
  sourceId: number,
  { vocabulary, name }: Pick<SourceName, 'vocabulary' | 'name'>,
): Promise<void> {
  await db.query(
    `delete from source_name where organization_id = $1 and source_id = $2 and vocabulary = $3 and name = $4`,
    [organizationId, sourceId, vocabulary, name],
  );
}
