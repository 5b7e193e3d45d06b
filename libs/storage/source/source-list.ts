import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';
import { type SourceKind } from './sources.js';

export interface ListedSource {
  id: number;
  name: string;
  kind: SourceKind;
  createdAt: Date;
  keys: { id: string; prefix: string; createdAt: Date; revokedAt: Date | null; expiresOn: Day | null }[];
  hours: ListedHour[];
  lastHour: Date | null;
  /** Largest delay within the last hour. */
  lagSeconds: number | null;
  /** Of the refusals in these hours, lines that the same file had refused before. */
  refusedAgain: number;
}

export interface ListedHour {
  hour: Date;
  received: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  skipped: number;
  droppedFields: number;
  lagSeconds: number | null;
}

/**
 * A file that is handed in once more brings its refused lines once more: known by the content of the file, the number of
 * the line and the code, since nothing of the line itself is kept. $1 organisation, $2 since when.
 */
const refusedAgain = `
  with read as (
    select id, source_id, content_digest, started_at from import
     where organization_id = $1 and rejected > 0 and source_id is not null and content_digest is not null
       and state in ('done', 'undoing', 'undone') and options->>'dryRun' is distinct from 'true'
  )
  select now.source_id as "sourceId", count(*)::integer as lines
    from read as now
    join import_reject as line on line.organization_id = $1 and line.import_id = now.id
   where now.started_at >= $2
     and exists (select from read as before
                   join import_reject as known on known.organization_id = $1 and known.import_id = before.id
                  where before.source_id = now.source_id and before.content_digest = now.content_digest and before.id < now.id
                    and known.line = line.line and known.code = line.code)
   group by now.source_id`;

/** The sources with their keys, and their counters since an instant: live ones first, by name. */
export async function listSources(db: DataSource, organizationId: string, since: Date): Promise<ListedSource[]> {
  const sources = await rowsOf<Omit<ListedSource, 'keys' | 'hours' | 'refusedAgain'>>(
    db,
    `
    select source.id, source.name, source.kind, source.created_at as "createdAt", latest.hour as "lastHour",
           latest.lag_seconds as "lagSeconds"
      from source
      left join lateral (select hour, lag_seconds from source_hour
                          where source_hour.organization_id = $1 and source_hour.source_id = source.id and received > 0
                          order by hour desc limit 1) as latest on true
     where source.organization_id = $1
     order by source.kind <> 'http', lower(source.name), source.id
    `,
    [organizationId],
  );
  const keys = await rowsOf<ListedSource['keys'][number] & { sourceId: number }>(
    db,
    `
    select source_id as "sourceId", id, prefix, created_at as "createdAt", revoked_at as "revokedAt", expires_on as "expiresOn"
      from source_key where organization_id = $1 order by created_at, id
    `,
    [organizationId],
  );
  const hours = await rowsOf<ListedHour & { sourceId: number }>(
    db,
    `
    select source_id as "sourceId", hour, received, accepted, duplicates, rejected, skipped, dropped_fields as "droppedFields",
           lag_seconds as "lagSeconds"
      from source_hour where organization_id = $1 and hour >= $2 order by hour
    `,
    [organizationId, since],
  );
  const again = await rowsOf<{ sourceId: number; lines: number }>(db, refusedAgain, [organizationId, since]);
  return sources.map((source) => ({
    ...source,
    refusedAgain: again.find((one) => one.sourceId === source.id)?.lines ?? 0,
    keys: keys.filter((key) => key.sourceId === source.id).map(({ sourceId: _, ...key }) => key),
    hours: hours.filter((hour) => hour.sourceId === source.id).map(({ sourceId: _, ...hour }) => hour),
  }));
}

export async function hasSource(db: DataSource, organizationId: string, sourceId: number): Promise<boolean> {
  const rows = await rowsOf(db, `select 1 from source where organization_id = $1 and id = $2 and kind = 'http'`, [
    organizationId,
    sourceId,
  ]);
  return rows.length > 0;
}
