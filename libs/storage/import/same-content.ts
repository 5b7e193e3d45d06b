import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

/** An import of a file with the same content. */
export interface SameContent {
  importId: number;
  fileName: string;
  at: Date;
  /** Null where the file holds no events. */
  source: string | null;
  sourceId: number | null;
  /** Its events left again: nothing of it would count twice. */
  isUndone: boolean;
}

interface Wanted {
  /** Number of an import that is not meant. */
  besides?: number | null;
  /** A source that is not meant. */
  otherThan?: number | null;
  /** Name of the source that is looked at first. */
  rather?: string | null;
  /** Also one that was undone, where none stands. */
  orUndone?: boolean;
}

/** The latest import that read this content for good and still stands, or stood; null where there is none. */
export async function sameContent(
  db: DataSource,
  organizationId: string,
  digest: Buffer,
  { besides = null, otherThan = null, rather = null, orUndone = false }: Wanted = {},
): Promise<SameContent | null> {
  const [row] = await rowsOf<SameContent>(
    db,
    `
    select i.id as "importId", i.file_name as "fileName", i.created_at as at, s.name as source, i.source_id as "sourceId",
           i.state = 'undone' as "isUndone"
      from import i
      left join source s on s.organization_id = $1 and s.id = i.source_id
     where i.organization_id = $1 and i.content_digest = $2 and (i.state = 'done' or $6 and i.state = 'undone') and i.id is distinct from $3
       and coalesce((i.options->>'dryRun')::boolean, false) = false
       and ($4::integer is null or i.source_id <> $4)
     order by i.state = 'undone', s.name is distinct from $5, i.id desc limit 1
    `,
    [organizationId, digest, besides, otherThan, rather, orUndone],
  );
  return row ?? null;
}
