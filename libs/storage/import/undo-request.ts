import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { type StoredImport } from './imports.js';

/** Why an import cannot be undone. */
export type UndoRefusal = 'import_under_way' | 'no_events_to_undo' | 'sealed_day';

/** Null where nothing speaks against it. Directory files and declared facts are not undone: a later file corrects them. */
export function undoRefusal(
  { state, sourceId, options, firstDay, livedFrom, mayOwnEvents }: StoredImport,
  sealedBefore: string | null,
): UndoRefusal | null {
  if (['queued', 'running', 'cancelling', 'held'].includes(state)) return 'import_under_way';
  if (sourceId === null || options['dryRun'] === true || firstDay === null || state === 'undone')
    return 'no_events_to_undo';
  // Everything in it was known, and is another's; what it declared complete may still be taken back.
  if (!mayOwnEvents && !options['completeThrough'] && state !== 'undoing') return 'no_events_to_undo';
  // A group made in a sealed day stays made: what people did since can leave all the same.
  return sealedBefore !== null && (livedFrom ?? firstDay) < sealedBefore ? 'sealed_day' : null;
}

type Days = Pick<StoredImport, 'firstDay' | 'livedFrom' | 'lastDay'>;

/**
 * First and last day of what an undo takes out: what only says how a group came to be stays where its day is sealed.
 * Sealed since, what people did has left all the same. Null where nothing was brought.
 */
export function daysOfUndo(
  { firstDay, livedFrom, lastDay }: Days,
  sealedBefore: Day | null,
): readonly [Day, Day] | null {
  if (firstDay === null || lastDay === null) return null;
  if (sealedBefore === null || firstDay >= sealedBefore) return [firstDay, lastDay];
  const lived = livedFrom ?? firstDay;
  return [lived < sealedBefore ? lived : sealedBefore, lastDay];
}

/** From here on it will be undone, by whoever comes to it. Safe to repeat. */
export async function requestUndo(
  db: DataSource | EntityManager,
  organizationId: string,
  id: number,
  accountId: string | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    const asked = await execute(
      tx,
      `update import set state = 'undoing'
        where organization_id = $1 and id = $2 and state in ('done', 'failed', 'cancelled')`,
      [organizationId, id],
    );
    if (asked === 0) return;
    await noteAudit(tx, { organizationId, accountId, action: 'import_undone', detail: { import: id } });
  });
}

/** Sealed meanwhile: what was not taken out yet stays, and the import with it. */
export async function refuseUndo(tx: EntityManager, organizationId: string, id: number, code: string): Promise<void> {
  await execute(
    tx,
    `update import set state = 'failed', error_code = $3 where organization_id = $1 and id = $2 and state = 'undoing'`,
    [organizationId, id, code],
  );
}

export async function addUndone(tx: EntityManager, organizationId: string, id: number, events: number): Promise<void> {
  await execute(
    tx,
    `update import set undone_events = coalesce(undone_events, 0) + $3 where organization_id = $1 and id = $2`,
    [organizationId, id, events],
  );
}

export async function finishUndo(tx: EntityManager, organizationId: string, id: number): Promise<number> {
  const [row] = await rowsOf<{ events: number }>(
    tx,
    `select coalesce(undone_events, 0)::integer as events from import where organization_id = $1 and id = $2`,
    [organizationId, id],
  );
  await execute(
    tx,
    `update import set state = 'undone', undone_at = now(), undone_events = coalesce(undone_events, 0)
      where organization_id = $1 and id = $2`,
    [organizationId, id],
  );
  // One that had failed on our side kept its file, to be read again.
  await execute(tx, `delete from import_chunk where organization_id = $1 and import_id = $2`, [organizationId, id]);
  return row?.events ?? 0;
}
