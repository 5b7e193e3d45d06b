import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is used of `@duckdb/node-api`, which is no dependency: forty megabytes for a comparison. */
interface DuckDb {
  DuckDBInstance: {
    create(): Promise<{
      connect(): Promise<{
        run(sql: string): Promise<unknown>;
        runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): unknown[] }>;
        closeSync(): void;
      }>;
    }>;
  };
}

export interface Parquet {
  ask: (sql: string) => Promise<unknown[]>;
  close: () => void;
}

/** Tables as Parquet files, read by DuckDB; null where it is not installed. `columns` as DuckDB declares them. */
export async function inParquet(
  tables: Record<string, { columns: string; rows: readonly object[] }>,
): Promise<Parquet | null> {
  const packageName = '@duckdb/node-api';
  const found = (await import(packageName).catch(() => null)) as DuckDb | null;
  if (!found) return null;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'essor-bench-duckdb-')));
  const connection = await (await found.DuckDBInstance.create()).connect();
  for (const [name, { columns, rows }] of Object.entries(tables)) {
    await connection.run(`create table ${name} (${columns})`);
    for (let at = 0; at < rows.length; at += 10_000) {
      const values = rows.slice(at, at + 10_000).map((row) => `(${Object.values(row).map(quoted).join()})`);
      await connection.run(`insert into ${name} values ${values.join()}`);
    }
    const path = join(folder, `${name}.parquet`);
    await connection.run(`copy ${name} to '${path}' (format parquet)`);
    await connection.run(`drop table ${name}`);
    await connection.run(`create view ${name} as select * from read_parquet('${path}')`);
  }
  return {
    ask: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const quoted = (value: unknown) => (typeof value === 'number' ? String(value) : `'${String(value)}'`);
