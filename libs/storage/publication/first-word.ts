import { type DataSource, type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { isActivitySettled } from './is-settled.js';

/** Whether nothing of an organisation is published until somebody says that everything is in (docs/decisions/085). */
export async function awaitsWord(db: DataSource | EntityManager, organizationId: string): Promise<boolean> {
  const rows = await rowsOf(db, `select from organization where id = $1 and publishes_since is null`, [organizationId]);
  return rows.length > 0;
}

/**
 * Whether, before the word, what a file or the directory brought is still being counted. What a live stream brings of today
 * and yesterday is not waited for: it never ends.
 */
export async function isCountingBeforeWord(db: EntityManager, organizationId: string, now: Date): Promise<boolean> {
  if (!(await awaitsWord(db, organizationId))) return false;
  // Settled up to a Sunday is settled up to the day after it.
  const upTo = addDays(now.toISOString().slice(0, 10), -3);
  return !(await isActivitySettled(db, organizationId, upTo));
}

/** Local day on which an organisation was founded. */
export async function foundedOn(db: DataSource | EntityManager, organizationId: string): Promise<Day> {
  const [row] = await rowsOf<{ day: Day }>(
    db,
    `select (created_at at time zone timezone)::date as day from organization where id = $1`,
    [organizationId],
  );
  return row!.day;
}

/**
 * Everything is in: weeks are published from now on, and the audit log says who said so (null = the command line, or the
 * clock). False where it was said before, and nothing is noted then.
 */
export async function giveWord(
  tx: EntityManager,
  organizationId: string,
  accountId: string | null,
  detail: { why?: 'week_closed' } = {},
): Promise<boolean> {
  const given = await execute(
    tx,
    `update organization set publishes_since = now() where id = $1 and publishes_since is null`,
    [organizationId],
  );
  if (given === 0) return false;
  await noteAudit(tx, { organizationId, accountId, action: 'publication_opened', detail });
  return true;
}
