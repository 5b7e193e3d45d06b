import { type DataSource, type EntityManager } from 'typeorm';
import { type PullKind } from '#domain/sources/pull.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { createSource, SourceNameTaken } from '../source/sources.js';
import { type PullCounts } from './pull-run.js';
import { sealSecret } from './sealed-secret.js';

/** What somebody says of a source that is to be fetched. `settings` are those of its plan. */
export interface PullDraft {
  address: string;
  settings: object;
  everyMinutes: number;
}

export interface ListedPull extends PullCounts {
  sourceId: number;
  name: string;
  kind: PullKind;
  address: string;
  settings: Record<string, unknown>;
  everyMinutes: number;
  paused: boolean;
  /** Everything that happened until then is in; null = nothing yet. */
  through: string | null;
  /** The last local day that was over by then. */
  completeThrough: string | null;
  isFetching: boolean;
  nextAt: Date;
  startedAt: Date | null;
  succeededAt: Date | null;
  failedAt: Date | null;
  failures: number;
  errorCode: string | null;
}

const listed = `
  select p.source_id as "sourceId", source.name, p.kind, p.address, p.settings, p.every_minutes as "everyMinutes", p.paused,
         p.cursor ->> 'through' as through,
         ((p.cursor ->> 'through')::timestamptz at time zone organization.timezone)::date - 1 as "completeThrough", coalesce(p.leased_until > now(), false) as "isFetching", p.next_at as "nextAt",
         p.started_at as "startedAt", p.succeeded_at as "succeededAt", p.failed_at as "failedAt", p.failures,
         p.error_code as "errorCode", p.received, p.accepted, p.rejected, p.refusals, p.notes
    from pull_source as p
    join source on source.organization_id = p.organization_id and source.id = p.source_id
    join organization on organization.id = p.organization_id
   where p.organization_id = $1`;

/** By name. Never with a secret. */
export function listPulls(db: DataSource, organizationId: string): Promise<ListedPull[]> {
  return rowsOf(db, `${listed} order by lower(source.name), p.source_id`, [organizationId]);
}

export async function findPull(db: DataSource, organizationId: string, sourceId: number): Promise<ListedPull | null> {
  const [row] = await rowsOf<ListedPull>(db, `${listed} and p.source_id = $2`, [organizationId, sourceId]);
  return row ?? null;
}

/** As it was stored, for a test of the connection; null where there is no such source. */
export async function sealedSecret(db: DataSource, organizationId: string, sourceId: number): Promise<Buffer | null> {
  const [row] = await rowsOf<{ secret: Buffer }>(
    db,
    `select secret from pull_source where organization_id = $1 and source_id = $2`,
    [organizationId, sourceId],
  );
  return row?.secret ?? null;
}

/** Due at once. A source that was fetched before and is no more goes on under its name. Throws SourceNameTaken. */
export async function createPull(
  db: DataSource,
  organizationId: string,
  given: PullDraft & { name: string; kind: PullKind; secret: string; cursor: object; createdBy: string },
  appSecret: string,
): Promise<number> {
  return db.transaction(async (tx) => {
    const sourceId = await sourceFor(tx, organizationId, given.name);
    const created = await execute(
      tx,
      `
      insert into pull_source
             (organization_id, source_id, kind, address, settings, secret, every_minutes, cursor, created_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict do nothing
      `,
      [
        ...[organizationId, sourceId, given.kind, given.address, given.settings],
        sealSecret(appSecret, { organizationId, sourceId }, given.secret),
        ...[given.everyMinutes, given.cursor, given.createdBy],
      ],
    );
    if (created === 0) throw new SourceNameTaken(`${given.name} is fetched already.`);
    const action: Action = 'pull_connected';
    await noteAudit(tx, { organizationId, accountId: given.createdBy, action, detail: { source: sourceId } });
    return sourceId;
  });
}

async function sourceFor(tx: EntityManager, organizationId: string, name: string): Promise<number> {
  const [known] = await rowsOf<{ id: number }>(
    tx,
    `select id from source where organization_id = $1 and name = $2 and kind = 'pull'`,
    [organizationId, name],
  );
  return known?.id ?? createSource(tx, organizationId, { name, kind: 'pull' });
}

/**
 * Whoever fetches it meanwhile loses the turn. `secret` null = the one that is there; `cursor` null = go on from where it
 * stands. False where there is no such source.
 */
export async function changePull(
  db: DataSource,
  organizationId: string,
  sourceId: number,
  given: PullDraft & { secret: string | null; cursor: object | null; changedBy: string },
  appSecret: string,
): Promise<boolean> {
  const secret = given.secret === null ? null : sealSecret(appSecret, { organizationId, sourceId }, given.secret);
  const { address, settings, everyMinutes, cursor } = given;
  return changeAudited(db, organizationId, given.changedBy, 'pull_changed', sourceId, (tx) =>
    execute(
      tx,
      `
    update pull_source
       set address = $3, settings = $4, every_minutes = $5, secret = coalesce($6, secret), cursor = coalesce($7, cursor),
           lease = lease + 1, leased_until = null, next_at = now(), failures = 0, error_code = null, failed_at = null
     where organization_id = $1 and source_id = $2
    `,
      [organizationId, sourceId, address, settings, everyMinutes, secret, cursor],
    ),
  );
}

/** A fetch that is under way ends before its next page. False where there is no such source. */
export async function pausePull(
  db: DataSource,
  organizationId: string,
  sourceId: number,
  paused: boolean,
  accountId: string,
): Promise<boolean> {
  return changeAudited(db, organizationId, accountId, 'pull_changed', sourceId, (tx) =>
    execute(
      tx,
      `
    update pull_source set paused = $3, lease = lease + 1, leased_until = null,
           next_at = case when $3 then next_at else least(next_at, now()) end
     where organization_id = $1 and source_id = $2
    `,
      [organizationId, sourceId, paused],
    ),
  );
}

/** Due at once, also after a failure; what is under way goes on. False where it is paused or unknown. */
export async function hurryPull(db: DataSource, organizationId: string, sourceId: number): Promise<boolean> {
  const changed = await execute(
    db,
    `update pull_source set next_at = now() where organization_id = $1 and source_id = $2 and not paused`,
    [organizationId, sourceId],
  );
  return changed > 0;
}

/** With its secret; what it brought stays, under its name. False where there is no such source. */
export async function deletePull(
  db: DataSource,
  organizationId: string,
  sourceId: number,
  accountId: string,
): Promise<boolean> {
  return changeAudited(db, organizationId, accountId, 'pull_disconnected', sourceId, (tx) =>
    execute(tx, `delete from pull_source where organization_id = $1 and source_id = $2`, [organizationId, sourceId]),
  );
}

/** Who lets the server ask where, with which secret, is written down: but for the address and the secret. */
type Action = 'pull_connected' | 'pull_changed' | 'pull_disconnected';

/** False where nothing was there to change. */
function changeAudited(
  db: DataSource,
  organizationId: string,
  accountId: string,
  action: Action,
  sourceId: number,
  change: (tx: EntityManager) => Promise<number>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if ((await change(tx)) === 0) return false;
    await noteAudit(tx, { organizationId, accountId, action, detail: { source: sourceId } });
    return true;
  });
}
