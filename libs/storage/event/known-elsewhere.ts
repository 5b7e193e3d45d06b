import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { type EventRow } from './event-row.js';

/** How many of these events the ledger has with the same content under another source: each counts as often. */
export async function countElsewhere(
  db: DataSource,
  organizationId: string,
  sourceId: number,
  rows: readonly Pick<EventRow, 'day' | 'id' | 'digest'>[],
): Promise<number> {
  const [row] = await rowsOf<{ events: number }>(
    db,
    `
    select count(*)::integer as events
      from unnest($3::date[], $4::uuid[], $5::bigint[]) as given (day, id, digest)
     where exists (
       select from source
         join event on event.organization_id = $1 and event.day = given.day and event.source_id = source.id
                   and event.id = given.id and event.digest = given.digest
        where source.organization_id = $1 and source.id <> $2)
    `,
    [organizationId, sourceId, rows.map(({ day }) => day), rows.map(({ id }) => id), rows.map(({ digest }) => digest)],
  );
  return row?.events ?? 0;
}
