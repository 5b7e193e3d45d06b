import { type DataSource, type EntityManager } from 'typeorm';
import { type Vocabulary } from '#domain/events/vocabulary.js';
import { rowsOf } from '../database.js';

/** A name of another vocabulary that stands for none of our kinds, and how often it came. Never who did it. */
export interface UnmappedName {
  vocabulary: Vocabulary;
  name: string;
  times: number;
}

interface Sent {
  sourceId: number;
  at: Date;
  unmapped?: readonly UnmappedName[];
}

/** Names of one source that are kept; what comes beyond is counted as before, and not named. */
const mostNames = 200;

/** Remembers which names came, in the transaction that counts them. */
export async function noteUnmapped(tx: EntityManager, organizationId: string, sent: readonly Sent[]): Promise<void> {
  const rows = sent.flatMap(({ sourceId, at, unmapped = [] }) => unmapped.map((name) => ({ sourceId, at, ...name })));
  if (rows.length === 0) return;
  await tx.query(
    `
    with sent as (
      select source_id, vocabulary, name, sum(times) as times, max((at at time zone 'UTC')::date) as day
        from unnest($2::integer[], $3::timestamptz[], $4::text[], $5::text[], $6::bigint[])
             as sent (source_id, at, vocabulary, name, times)
       group by source_id, vocabulary, name
    ), placed as (
      select sent.*, kept.name is not null as is_kept,
             row_number() over (partition by sent.source_id, kept.name is not null order by sent.name) as place
        from sent
        left join source_unmapped as kept
          on kept.organization_id = $1 and kept.source_id = sent.source_id and kept.vocabulary = sent.vocabulary
         and kept.name = sent.name
    )
    insert into source_unmapped as kept (organization_id, source_id, vocabulary, name, times, last_day)
    select $1, source_id, vocabulary, name, times, day
      from placed
     where is_kept
        or place <= $7 - (select count(*) from source_unmapped as others
                           where others.organization_id = $1 and others.source_id = placed.source_id)
     order by source_id, vocabulary, name
    on conflict (organization_id, source_id, vocabulary, name) do update
       set times = kept.times + excluded.times, last_day = greatest(kept.last_day, excluded.last_day)
    `,
    [
      organizationId,
      rows.map((row) => row.sourceId),
      rows.map((row) => row.at),
      rows.map((row) => row.vocabulary),
      rows.map((row) => row.name),
      rows.map((row) => row.times),
      mostNames,
    ],
  );
}

/** The most frequent first. `lastDay` is a UTC day. */
export function listUnmapped(
  db: DataSource,
  organizationId: string,
  sourceId: number,
): Promise<(UnmappedName & { lastDay: string })[]> {
  return rowsOf(
    db,
    `
    select vocabulary, name, times, to_char(last_day, 'YYYY-MM-DD') as "lastDay"
      from source_unmapped where organization_id = $1 and source_id = $2
     order by times desc, vocabulary, name
    `,
    [organizationId, sourceId],
  );
}
