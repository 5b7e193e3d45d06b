import { type DataSource, type EntityManager } from 'typeorm';
import { type HeldSnapshot } from '#domain/files/held-snapshot.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';

/**
 * The file waits, whole, for somebody to look; one that is not kept here (the command line reads it where it lies), or was
 * only tried, is over. Whatever was held before it is older, and over too.
 */
export async function holdImport(
  db: DataSource,
  organizationId: string,
  id: number,
  held: HeldSnapshot,
  mayWait: boolean,
): Promise<'held' | 'failed'> {
  return db.transaction(async (tx) => {
    const [row] = await rowsOf<{ waits: boolean }>(
      tx,
      `select $3 and exists (select from import_chunk where organization_id = $1 and import_id = $2) as waits`,
      [organizationId, id, mayWait],
    );
    const state = row?.waits === true ? 'held' : 'failed';
    await execute(
      tx,
      `update import set state = $3, held = $4, finished_at = now(), error_code = 'snapshot_held',
              total_bytes = coalesce(total_bytes, read_bytes)
        where organization_id = $1 and id = $2`,
      [organizationId, id, state, JSON.stringify(held)],
    );
    if (state === 'held') await closeHeld(tx, organizationId, 'snapshot_superseded', { before: id });
    else await dropFile(tx, organizationId, [id]);
    return state;
  });
}

/** A file of everybody went in: those that were held before it would take people back to where they were. */
export async function supersedeHeld(db: DataSource, organizationId: string, id: number): Promise<void> {
  await db.transaction((tx) => closeHeld(tx, organizationId, 'snapshot_superseded', { before: id }));
}

/** Files that wait since before that instant, held or failed on our side: longer than anybody needs to look. */
export async function expireHeld(tx: EntityManager, organizationId: string, until: Date): Promise<void> {
  await closeHeld(tx, organizationId, 'snapshot_expired', { until });
  await execute(
    tx,
    `delete from import_chunk c using import i
      where c.organization_id = $1 and i.organization_id = $1 and i.id = c.import_id
        and i.state = 'failed' and i.finished_at < $2`,
    [organizationId, until],
  );
}

/** What somebody decides of a held file. False where it is not held. With who did in the audit log. */
export async function decideHeld(
  db: DataSource,
  organizationId: string,
  id: number,
  decision: 'approve' | 'refuse',
  accountId: string | null,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await rowsOf<{ held: HeldSnapshot }>(
      tx,
      `select held from import where organization_id = $1 and id = $2 and state = 'held' for update`,
      [organizationId, id],
    );
    if (!row) return false;
    const { left, moved } = row.held;
    if (decision === 'approve')
      await execute(
        tx,
        `update import set state = 'queued', error_code = null, finished_at = null, attempts = 0,
                options = options || jsonb_build_object('approved', jsonb_build_object('left', $3::integer, 'moved', $4::integer))
          where organization_id = $1 and id = $2`,
        [organizationId, id, left, moved],
      );
    else await closeHeld(tx, organizationId, 'snapshot_refused', { only: id });
    const action = decision === 'approve' ? 'snapshot_approved' : 'snapshot_refused';
    await noteAudit(tx, { organizationId, accountId, action, detail: { import: id, left, moved } });
    return true;
  });
}

/** What a file would change, or would have; null where it was not held. */
export async function heldChanges(db: DataSource, organizationId: string, id: number): Promise<HeldSnapshot | null> {
  const [row] = await rowsOf<{ held: HeldSnapshot | null }>(
    db,
    `select held from import where organization_id = $1 and id = $2`,
    [organizationId, id],
  );
  return row?.held ?? null;
}

/** Of the held ones. */
interface Which {
  before?: number;
  only?: number;
  /** Held before that instant. */
  until?: Date;
}

async function closeHeld(tx: EntityManager, organizationId: string, code: string, which: Which): Promise<void> {
  const rows = await rowsOf<{ id: number }>(
    tx,
    `select id from import
      where organization_id = $1 and state = 'held' and id < coalesce($2::integer, id + 1)
        and id = coalesce($3::integer, id) and finished_at < coalesce($4::timestamptz, 'infinity')
        for update`,
    [organizationId, which.before ?? null, which.only ?? null, which.until ?? null],
  );
  const ids = rows.map(({ id }) => id);
  await execute(
    tx,
    `update import set state = 'cancelled', error_code = $3, finished_at = now()
      where organization_id = $1 and id = any($2)`,
    [organizationId, ids, code],
  );
  await dropFile(tx, organizationId, ids);
}

async function dropFile(tx: EntityManager, organizationId: string, ids: readonly number[]): Promise<void> {
  await execute(tx, `delete from import_chunk where organization_id = $1 and import_id = any($2)`, [
    organizationId,
    ids,
  ]);
}
