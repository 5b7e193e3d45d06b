import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

/** Everything of the database as text, table by table: what `copy` of each would write. Tables of one session are no part of it. */
export async function dumpOf(owner: DataSource): Promise<Map<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    owner,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^pg_temp' order by 1`,
  );
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await rowsOf<{ line: string }>(owner, `select t::text as line from ${name} as t`);
    dump.set(name, rows.map(({ line }) => line).join('\n'));
  }
  return dump;
}
