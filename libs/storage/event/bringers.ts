import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { type EventRow } from './event-row.js';

/** The import, or stream, that brought most of some events. */
export interface Bringer {
  sourceId: number;
  source: string;
  events: number;
  /** Null where they came live, or were fetched. */
  fileName: string | null;
  at: Date | null;
}

/** Who brought these events with the same content, by source, most of them first. */
export async function bringersOf(
  db: DataSource,
  organizationId: string,
  rows: readonly Pick<EventRow, 'day' | 'id' | 'digest'>[],
): Promise<Bringer[]> {
  const names = await namesOf(db, organizationId);
  return rowsOf(
    db,
    `
    with known as materialized (
      select event.source_id, event.import_id
        from unnest($2::date[], $3::uuid[], $4::bigint[]) as given (day, id, digest)
        join event on event.organization_id = $1 and event.day = given.day
                  and event.id = given.id and event.digest = given.digest
    ), brought as (
      select source_id, count(*)::integer as events, mode() within group (order by import_id) as import_id
        from known group by source_id
    )
    select source.id as "sourceId", source.name as source, brought.events, import.file_name as "fileName", import.created_at as at
      from brought
      join source on source.organization_id = $1 and source.id = brought.source_id
      left join import on import.organization_id = $1 and import.id = brought.import_id
     order by brought.events desc, source.name
    `,
    [
      organizationId,
      rows.map(({ day }) => day),
      rows.map(({ id }) => id),
      rows.map(({ digest, id }) => names.coverDigest(digest, id)),
    ],
  );
}
