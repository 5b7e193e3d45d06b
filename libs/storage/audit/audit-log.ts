import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';

export interface AuditNote {
  /** Null = of the installation, not of one organisation. */
  organizationId: string | null;
  /** Null = the command line, or nobody known. */
  accountId: string | null;
  action: string;
  /** Never the activity of a person, nor anything that somebody typed but a reason. */
  detail?: object;
}

/** What changes nothing: no transaction of a change could hold its note. */
type Alone = 'exported' | 'exact' | 'signed_in' | 'signed_out' | 'sign_in_refused' | 'sign_out_refused';

/**
 * One entry more, in the transaction of the change that it is about: both or neither. It takes its place in the chain
 * when that commits. Throws where there is no transaction.
 */
export async function noteAudit(tx: EntityManager, note: AuditNote): Promise<void> {
  if (!tx.queryRunner?.isTransactionActive) throw new Error(`a note of ${note.action} stands in no transaction`);
  await write(tx, note);
}

/** Before what it is about is handed over: what cannot be noted is not done. Signing out is done in any case. */
export const noteAlone = (db: DataSource, note: AuditNote & { action: Alone }): Promise<void> => write(db, note);

async function write(
  db: DataSource | EntityManager,
  { organizationId, accountId, action, detail = {} }: AuditNote,
): Promise<void> {
  await execute(db, `insert into audit (organization_id, account_id, action, detail) values ($1, $2, $3, $4)`, [
    organizationId,
    accountId,
    action,
    JSON.stringify(detail),
  ]);
}

export interface AuditEntry {
  position: number;
  at: Date;
  action: string;
  detail: Record<string, unknown>;
  /** Name of the account; null = the command line, or an account that is gone. */
  by: string | null;
  /** Name of the account that it is about; null = none, or one that is gone. */
  about: string | null;
}

/** The latest first, at most so many, before a position where one is given. */
export function readAudit(
  db: DataSource,
  organizationId: string | null,
  { before, limit }: { before?: number; limit: number },
): Promise<AuditEntry[]> {
  return rowsOf(
    db,
    `
    select l.position, l.at, l.action, l.detail, a.name as by, c.name as about
      from audit l left join account a on a.id = l.account_id
      left join account c on c.id::text = l.detail->>'account'
     where l.organization_id is not distinct from $1 and ($2::bigint is null or l.position < $2)
     order by l.position desc limit $3
    `,
    [organizationId, before ?? null, limit],
  );
}

/** Entries by kind of act, over all that the log still holds. */
export function countAudit(
  db: DataSource,
  organizationId: string,
  actions: readonly string[],
): Promise<{ action: string; what: string | null; times: number; last: Date }[]> {
  return rowsOf(
    db,
    `select action, detail->>'what' as what, count(*) as times, max(at) as last
       from audit where organization_id = $1 and action = any($2) group by 1, 2 order by 1, 2`,
    [organizationId, actions],
  );
}
