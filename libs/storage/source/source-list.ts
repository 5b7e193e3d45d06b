import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { type SourceKind } from './sources.js';

export interface ListedSource {
  id: number;
  name: string;
  kind: SourceKind;
  createdAt: Date;
  keys: { id: string; prefix: string; createdAt: Date; revokedAt: Date | null }[];
  hours: ListedHour[];
  lastHour: Date | null;
  /** Largest delay within the last hour. */
  lagSeconds: number | null;
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

/** The sources with their keys, and their counters since an instant: live ones first, by name. */
export async function listSources(db: DataSource, organizationId: string, since: Date): Promise<ListedSource[]> {
  const sources = await rowsOf<Omit<ListedSource, 'keys' | 'hours'>>(
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
    select source_id as "sourceId", id, prefix, created_at as "createdAt", revoked_at as "revokedAt"
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
  return sources.map((source) => ({
    ...source,
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
