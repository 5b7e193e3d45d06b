import { type DataSource } from 'typeorm';
import { rowsOf } from '#storage/database.js';

const tables = [
  'activity_day',
  'activity_week',
  'milestone',
  'mask',
  'measure_people',
  'measure_state',
  'measure_volume',
  'measure_cohort',
  'published_week',
  'published_node',
  'published_count',
  'published_cohort',
];

/** A digest of each derived table, but for the instants at which its rows were written. */
export async function digests(owner: DataSource): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await rowsOf<{ rows: number; digest: string }>(
      owner,
      `select count(*) as rows, md5(coalesce(string_agg(line, ' ' order by line), '')) as digest
         from (select (to_jsonb(t) - 'published_at' - 'counted_at')::text as line from ${table} t) as lines`,
    );
    found[table] = `${row?.rows} rows ${row?.digest}`;
  }
  return found;
}
