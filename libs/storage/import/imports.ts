import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';

export interface NewImport {
  kind: string;
  fileName: string;
  options: Record<string, unknown>;
  totalBytes: number | null;
  createdBy?: string | null;
}

export interface ImportCounts {
  readBytes: number;
  received: number;
  accepted: number;
  duplicates: number;
  rejected: number;
}

type ImportState =
  | 'queued'
  | 'running'
  | 'cancelling'
  | 'cancelled'
  | 'held'
  | 'done'
  | 'failed'
  | 'undoing'
  | 'undone';

/** A row of the table, as it is asked for by who carries it out or looks at it. */
export interface StoredImport extends ImportCounts {
  id: number;
  kind: string;
  fileName: string;
  state: ImportState;
  /** Of its events; null while it brought none, and where it never brings any. */
  sourceId: number | null;
  options: Record<string, unknown>;
  totalBytes: number | null;
  completeThrough: string | null;
  notes: { code: string; times: number }[];
  /** Refused lines by their code, the most frequent first. */
  refusals: { code: string; times: number }[];
  errorCode: string | null;
  /** Column that the file lacks, where that is why. */
  errorField: string | null;
  /** How often its reading began. */
  attempts: number;
  /** First and last UTC day of its events that the ledger holds, or held. */
  firstDay: string | null;
  /** The first of what people did: that a group was made long before says nothing of when an import begins. */
  livedFrom: string | null;
  lastDay: string | null;
  undoneEvents: number | null;
  /** Whether events may be its own: it was the first to bring some, or those of an import that was undone went over to it. */
  mayOwnEvents: boolean;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const columns = `
  id, kind, file_name as "fileName", state, source_id as "sourceId", options, total_bytes as "totalBytes", read_bytes as "readBytes", received, accepted,
  duplicates, rejected, complete_through as "completeThrough", notes, refusals, error_code as "errorCode", error_field as "errorField",
  attempts, first_day as "firstDay", lived_from as "livedFrom", last_day as "lastDay", undone_events as "undoneEvents",
  accepted > 0 or attempts > 1 or exists (
    select from import as other
     where other.organization_id = import.organization_id and other.id <> import.id and other.state in ('undoing', 'undone')
       and other.source_id = import.source_id
       and other.first_day <= import.last_day and other.last_day >= import.first_day
  ) as "mayOwnEvents",
  created_at as "createdAt",
  started_at as "startedAt", finished_at as "finishedAt"
`;

/** In the audit log: by whichever door a file came. `createdBy` absent = the command line. */
export function noteHandedIn(
  tx: EntityManager,
  organizationId: string,
  id: number,
  { kind, options, createdBy = null }: NewImport,
): Promise<void> {
  const { dryRun = false, adopts } = options;
  return noteAudit(tx, {
    ...{ organizationId, accountId: createdBy, action: 'file_handed_in' },
    detail: { import: id, kind, dryRun, ...(adopts === true && { adopts }) },
  });
}

/** Numbers count from 1 within the organisation. */
export async function createImport(
  db: DataSource | EntityManager,
  organizationId: string,
  given: NewImport,
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('essor.import.' || $1::text, 0))`, [organizationId]);
    const [row] = await rowsOf<{ id: number }>(
      tx,
      `
      insert into import (organization_id, id, kind, file_name, options, total_bytes, created_by)
      select $1, coalesce(max(id), 0) + 1, $2, $3, $4, $5, $6 from import where organization_id = $1
      returning id
      `,
      [organizationId, given.kind, given.fileName, given.options, given.totalBytes, given.createdBy ?? null],
    );
    if (!row) throw new Error('the import was not stored');
    return row.id;
  });
}

export async function findImport(
  db: DataSource | EntityManager,
  organizationId: string,
  id: number,
): Promise<StoredImport | null> {
  const [row] = await rowsOf<StoredImport>(db, `select ${columns} from import where organization_id = $1 and id = $2`, [
    organizationId,
    id,
  ]);
  return row ?? null;
}

/** The latest first. */
export async function listImports(db: DataSource, organizationId: string, limit: number): Promise<StoredImport[]> {
  return rowsOf(db, `select ${columns} from import where organization_id = $1 order by id desc limit $2`, [
    organizationId,
    limit,
  ]);
}

/** Lets the counts advance to that day, never back. */
export async function declareThrough(
  tx: EntityManager | DataSource,
  organizationId: string,
  day: string,
): Promise<void> {
  await execute(tx, `update organization set declared_through = greatest(declared_through, $2::date) where id = $1`, [
    organizationId,
    day,
  ]);
}

/** Imports that were handed in and not finished, or are being undone: a lost queue finds its work again. */
export async function unfinishedImports(db: DataSource, organizationId: string): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    db,
    `
    select id from import
     where organization_id = $1
       and (state = 'undoing'
            or state in ('queued', 'running', 'cancelling')
               and exists (select from import_chunk where organization_id = $1 and import_id = import.id))
     order by id
    `,
    [organizationId],
  );
  return rows.map((row) => row.id);
}

export async function saveSize(tx: EntityManager, organizationId: string, id: number, bytes: number): Promise<void> {
  await execute(tx, `update import set total_bytes = $3 where organization_id = $1 and id = $2`, [
    organizationId,
    id,
    bytes,
  ]);
}

/** The file never became whole: there is nothing to tell of it. */
export async function discardImport(db: DataSource, organizationId: string, id: number): Promise<void> {
  await execute(db, `delete from import where organization_id = $1 and id = $2 and state = 'queued'`, [
    organizationId,
    id,
  ]);
}

/** Who handed the file in; null for the command line. */
export async function accountOfImport(tx: EntityManager, organizationId: string, id: number): Promise<string | null> {
  const [row] = await rowsOf<{ account: string | null }>(
    tx,
    `select created_by as account from import where organization_id = $1 and id = $2`,
    [organizationId, id],
  );
  return row?.account ?? null;
}
