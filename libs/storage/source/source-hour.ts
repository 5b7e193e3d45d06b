import { type EntityManager } from 'typeorm';
import { noteUnmapped, type UnmappedName } from './unmapped-names.js';

/** What a source sent within an hour; `lagSeconds` = the largest delay of an event, null for files. */
export interface SourceCount {
  sourceId: number;
  at: Date;
  received: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  /** Of which the id was known for that day with another content. */
  conflicts?: number;
  /** Events dated more than a minute after their arrival, and the largest such advance. */
  ahead?: number;
  aheadSeconds?: number | null;
  /** Documents that are no event although nothing is wrong with them. */
  skipped: number;
  droppedFields: number;
  lagSeconds: number | null;
  /** Names of a live stream that mean nothing here. */
  unmapped?: readonly UnmappedName[];
}

/** Adds to the hourly counters, in the transaction that stores what they count. */
export async function addToSourceHours(
  tx: EntityManager,
  organizationId: string,
  counts: readonly SourceCount[],
): Promise<void> {
  if (counts.length === 0) return;
  await tx.query(
    `
    insert into source_hour as kept
           (organization_id, source_id, hour, received, accepted, duplicates, rejected, skipped, dropped_fields,
            lag_seconds, conflicts, ahead, ahead_seconds)
    select $1, source_id, date_trunc('hour', at, 'UTC') as hour,
           sum(received), sum(accepted), sum(duplicates), sum(rejected), sum(skipped), sum(dropped_fields), max(lag_seconds),
           sum(conflicts), sum(ahead), max(ahead_seconds)
      from unnest($2::integer[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
                  $9::bigint[], $10::integer[], $11::bigint[], $12::bigint[], $13::integer[])
           as sent (source_id, at, received, accepted, duplicates, rejected, skipped, dropped_fields, lag_seconds,
                    conflicts, ahead, ahead_seconds)
     group by source_id, hour
     order by source_id, hour
    on conflict (organization_id, source_id, hour) do update
       set received = kept.received + excluded.received,
           accepted = kept.accepted + excluded.accepted,
           duplicates = kept.duplicates + excluded.duplicates,
           rejected = kept.rejected + excluded.rejected,
           skipped = kept.skipped + excluded.skipped,
           dropped_fields = kept.dropped_fields + excluded.dropped_fields,
           lag_seconds = greatest(kept.lag_seconds, excluded.lag_seconds),
           conflicts = kept.conflicts + excluded.conflicts,
           ahead = kept.ahead + excluded.ahead,
           ahead_seconds = greatest(kept.ahead_seconds, excluded.ahead_seconds)
    `,
    [
      organizationId,
      counts.map((count) => count.sourceId),
      counts.map((count) => count.at),
      counts.map((count) => count.received),
      counts.map((count) => count.accepted),
      counts.map((count) => count.duplicates),
      counts.map((count) => count.rejected),
      counts.map((count) => count.skipped),
      counts.map((count) => count.droppedFields),
      counts.map((count) => count.lagSeconds),
      counts.map((count) => count.conflicts ?? 0),
      counts.map((count) => count.ahead ?? 0),
      counts.map((count) => count.aheadSeconds ?? null),
    ],
  );
  await noteUnmapped(tx, organizationId, counts);
}
