import { networkExports } from '#domain/files/network-exports.js';
import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute } from '../database.js';
import { type ImportCounts, type StoredImport } from './imports.js';

/** Somebody wants the reading to end; what was stored so far stays until the import is undone. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled';
  readonly code = 'import_cancelled';
}

/** From the start, whatever an earlier attempt left: it is safe to read a file twice. Throws ImportCancelled. */
export async function startImport(
  db: DataSource,
  organizationId: string,
  id: number,
  sourceId: number | null,
  contentDigest: Buffer | null = null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await execute(tx, `delete from import_reject where organization_id = $1 and import_id = $2`, [organizationId, id]);
    const started = await execute(
      tx,
      `
      update import
         set state = 'running', started_at = now(), finished_at = null, error_code = null, error_field = null, source_id = $3, content_digest = $4,
             attempts = attempts + 1, read_bytes = 0, received = 0, accepted = 0, duplicates = 0, rejected = 0, notes = '[]', refusals = '[]'
       where organization_id = $1 and id = $2 and state not in ('cancelling', 'cancelled', 'held', 'undoing', 'undone')
      `,
      [organizationId, id, sourceId, contentDigest],
    );
    if (started === 0) throw new ImportCancelled('The import was cancelled before it began.');
  });
}

/** First and last UTC day of the events that are in the ledger, and the first on which anybody did something. */
export interface StoredSpan {
  first: string;
  last: string;
  lived: string | null;
}

/** False where somebody asked meanwhile for the import to end. */
export async function saveProgress(
  db: DataSource,
  organizationId: string,
  id: number,
  counts: ImportCounts,
  told: { span: StoredSpan | null; refusals: StoredImport['refusals'] } = { span: null, refusals: [] },
): Promise<boolean> {
  const { span, refusals } = told;
  const { readBytes, received, accepted, duplicates, rejected } = counts;
  // An UPDATE that returns rows comes with their number.
  const [rows] = await db.query<[{ state: string }[], number]>(
    `
    update import set read_bytes = $3, received = $4, accepted = $5, duplicates = $6, rejected = $7,
           first_day = least(first_day, $8::date), last_day = greatest(last_day, $9::date),
           lived_from = least(lived_from, $10::date), refusals = $11
     where organization_id = $1 and id = $2
    returning state
    `,
    [
      ...[organizationId, id, readBytes, received, accepted, duplicates, rejected],
      ...[span?.first ?? null, span?.last ?? null, span?.lived ?? null, JSON.stringify(refusals)],
    ],
  );
  return rows[0]?.state !== 'cancelling';
}

/** Nothing was wrong with the file, for all we know. */
export const failedOnOurSide = 'import_failed';

/** The file itself is not kept once it has been read, or cannot be. */
export async function finishImport(
  db: DataSource,
  organizationId: string,
  id: number,
  end: {
    completeThrough: string | null;
    errorCode: string | null;
    errorField?: string | null;
    notes?: StoredImport['notes'];
  },
): Promise<void> {
  const state = end.errorCode === null ? 'done' : end.errorCode === 'import_cancelled' ? 'cancelled' : 'failed';
  await db.transaction(async (tx) => {
    await execute(
      tx,
      `
      update import set state = $3, finished_at = now(), complete_through = $4, error_code = $5, notes = $6,
             error_field = $7, total_bytes = coalesce(total_bytes, read_bytes)
       where organization_id = $1 and id = $2
      `,
      [
        ...[organizationId, id, state, end.completeThrough, end.errorCode, JSON.stringify(end.notes ?? [])],
        end.errorField ?? null,
      ],
    );
    // One that failed on our side may be read again.
    if (end.errorCode === failedOnOurSide) return;
    await execute(tx, `delete from import_chunk where organization_id = $1 and import_id = $2`, [organizationId, id]);
  });
}

/** Kinds whose lines are counted once however often and in whatever order they come. */
const kindsOfEvents: readonly string[] = ['events', ...networkExports];

/**
 * False where its file is not kept any more, or it is read already: nothing can be done again. Nor is a directory, or what
 * was declared, read over a newer one, which would take everybody back to where they were.
 */
export async function reopenFailed(
  db: DataSource | EntityManager,
  organizationId: string,
  id: number,
): Promise<boolean> {
  const reopened = await execute(
    db,
    `update import set state = 'queued', finished_at = null, error_code = null
      where organization_id = $1 and id = $2 and state = 'failed' and error_code = $3
        and exists (select from import_chunk c where c.organization_id = $1 and c.import_id = $2)
        and (kind = any($4) or not exists (
              select from import later
               where later.organization_id = $1 and later.id > $2 and later.kind = import.kind
                 and later.state = 'done' and later.options->>'dryRun' is distinct from 'true'))`,
    [organizationId, id, failedOnOurSide, kindsOfEvents],
  );
  return reopened > 0;
}

/** Asks for the reading to end. False where there is nothing to end. What waits ends at once, its file with it. */
export async function cancelImport(
  db: DataSource,
  organizationId: string,
  id: number,
  accountId: string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const asked = await execute(
      tx,
      `
      update import
         set state = case state when 'queued' then 'cancelled' else 'cancelling' end,
             error_code = case state when 'queued' then 'import_cancelled' end,
             finished_at = case state when 'queued' then now() end
       where organization_id = $1 and id = $2 and state in ('queued', 'running')
      `,
      [organizationId, id],
    );
    if (asked === 0) return false;
    await execute(
      tx,
      `delete from import_chunk c using import i
        where c.organization_id = $1 and c.import_id = $2 and i.organization_id = $1 and i.id = $2 and i.state = 'cancelled'`,
      [organizationId, id],
    );
    await noteAudit(tx, { organizationId, accountId, action: 'import_cancelled', detail: { import: id } });
    return true;
  });
}
