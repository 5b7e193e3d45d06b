import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { isDistributed } from './placement/is-distributed.js';
import { TracedClient } from './traced-client.js';
import { walled } from './wall/walled.js';

// A Day is a string in our code; the driver would make it midnight in the zone of this process.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
// Counts and identifiers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const secrets = new WeakMap<DataSource, string>();

/** One pool on one role's connection. `tables` only where things are saved and loaded one by one; `secret` is APP_SECRET, under which the names of people are kept. */
export async function openDatabase(
  url: string,
  options: { poolSize?: number; tables?: (new () => object)[]; name?: string; secret?: string } = {},
): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    entities: options.tables ?? [],
    poolSize: options.poolSize ?? 5,
    synchronize: false,
    applicationName: options.name ?? 'essor',
    // A dead server must be noticed, or a request would wait for ever.
    extra: { connectionTimeoutMillis: 10_000, keepAlive: true, Client: TracedClient },
  });
  if (options.secret !== undefined) secrets.set(database, options.secret);
  await database.initialize();
  return walled(database, await isDistributed(database));
}

/** The secret that a pool was opened with. Throws where there is none: names of people are out of its reach. */
export function secretOf(pool: DataSource): string {
  const secret = secrets.get(pool);
  if (secret === undefined) throw new Error('this pool was opened without the secret that names of people need');
  return secret;
}

/** Rows of a SELECT (or of INSERT … RETURNING). UPDATE and DELETE go through `execute`. */
export async function rowsOf<Row>(
  db: EntityManager | DataSource,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  return db.query(sql, parameters);
}

/** Number of rows that an INSERT, UPDATE or DELETE touched. */
export async function execute(
  db: EntityManager | DataSource,
  sql: string,
  parameters: unknown[] = [],
): Promise<number> {
  const runner = 'queryRunner' in db ? db.queryRunner : undefined;
  if (runner) return (await runner.query(sql, parameters, true)).affected ?? 0;
  const own = ('createQueryRunner' in db ? db : db.connection).createQueryRunner();
  try {
    return (await own.query(sql, parameters, true)).affected ?? 0;
  } finally {
    await own.release();
  }
}

/** One organisation is rebuilt by one job at a time: waits for its turn, released when the transaction ends. */
export async function lockOrganization(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [organizationId]);
}

/** Weeks may be counted beside one another, none of them twice at once, and not while anything else changes. */
export async function lockWeek(tx: EntityManager, organizationId: string, sunday: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended($1, 0))`, [organizationId]);
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || '/' || $2, 0))`, [organizationId, sunday]);
}

/**
 * For the rest of the transaction: right after an import the statistics know nothing of its organisation, and loops
 * chosen for a handful of rows take minutes where hashing takes a second.
 */
export async function expectMany(tx: EntityManager): Promise<void> {
  await tx.query(`set local enable_nestloop = off`);
}
