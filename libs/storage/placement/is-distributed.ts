import { type DataSource } from 'typeorm';

/** Whether this database is made of several machines, by Citus. */
export async function isDistributed(db: DataSource): Promise<boolean> {
  return (await db.query<unknown[]>(`select from pg_extension where extname = 'citus'`)).length > 0;
}
