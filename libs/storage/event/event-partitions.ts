import { type DataSource, type QueryRunner } from 'typeorm';
import { errorCode } from './repeatable.js';

const known = new WeakMap<DataSource, Set<string>>();

/**
 * Makes sure that the months have their partition. Runs outside any transaction of the caller where it can, because
 * nobody else can make one until that ends.
 */
export async function ensureMonths(runner: QueryRunner, days: Iterable<string>): Promise<void> {
  const months = known.get(runner.connection) ?? new Set<string>();
  known.set(runner.connection, months);
  for (const day of days) {
    const month = day.slice(0, 7);
    if (months.has(month)) continue;
    try {
      await runner.query(`select ensure_event_partition($1)`, [`${month}-01`]);
    } catch (error) {
      // Somebody made it in the same moment: the server remembers that it was not there, also behind the lock.
      if (errorCode(error) !== '42P07' || runner.isTransactionActive) throw error;
    }
    // Rolled back with the caller's transaction, if there is one: then it is not there to be remembered.
    if (!runner.isTransactionActive) months.add(month);
  }
}

/** A month may have been dropped by retention since. */
export function forgetMonths(database: DataSource): void {
  known.delete(database);
}
