import { createHash, randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { execute, rowsOf } from '../database.js';
import { withinOrganization } from '../wall/within-organization.js';

/** Who may send events, for which organisation, as which source. */
export interface KeyHolder {
  keyId: string;
  organizationId: string;
  slug: string;
  sourceId: number;
  sourceName: string;
  /** When its last day is over where the organisation is; null = until it is revoked. */
  endsAt: Date | null;
}

/** When the day $1.expires_on is over in the zone of the organisation. */
export const endOfLastDay = (table: string) =>
  `((${table}.expires_on + 1)::timestamp at time zone organization.timezone) as "endsAt"`;

const form = /^essor_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/;

export function keyHash(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** The key is returned this once: only its hash and its prefix are kept. */
export async function createKey(
  db: DataSource | EntityManager,
  organizationId: string,
  sourceId: number,
  expiresOn: Day | null = null,
): Promise<{ id: string; prefix: string; key: string }> {
  const prefix = randomBytes(4).toString('hex');
  const key = `essor_${prefix}_${randomBytes(32).toString('base64url')}`;
  const [row] = await rowsOf<{ id: string }>(
    db,
    `insert into source_key (organization_id, source_id, hash, prefix, expires_on) values ($1, $2, $3, $4, $5) returning id`,
    [organizationId, sourceId, keyHash(key), prefix, expiresOn],
  );
  if (!row) throw new Error('the key was not stored');
  return { id: row.id, prefix, key };
}

/** False if there is no such key that still works. Takes effect within seconds, where keys are remembered. */
export async function revokeKey(
  db: DataSource | EntityManager,
  organizationId: string,
  keyId: string,
): Promise<boolean> {
  const touched = await execute(
    db,
    `update source_key set revoked_at = now() where organization_id = $1 and id = $2 and revoked_at is null`,
    [organizationId, keyId],
  );
  return touched > 0;
}

/** By the prefix that is shown in lists, as a key begins with it or alone; for the command line. */
export async function revokeKeyByPrefix(
  db: DataSource | EntityManager,
  organizationId: string,
  begins: string,
): Promise<boolean> {
  const prefix = /^(?:essor_)?([0-9a-f]{8})(?:_|$)/.exec(begins)?.[1] ?? begins;
  const touched = await execute(
    db,
    `update source_key set revoked_at = now() where organization_id = $1 and prefix = $2 and revoked_at is null`,
    [organizationId, prefix],
  );
  return touched > 0;
}

/** Null for a key that is unknown, revoked or malformed; one whose last day is over is told with its end. */
export async function findKey(db: DataSource, key: string): Promise<KeyHolder | null> {
  if (!form.test(key)) return null;
  const [row] = await rowsOf<Omit<KeyHolder, 'sourceName'>>(
    db,
    `
    select source_key.id as "keyId", organization_id as "organizationId", organization.slug, source_id as "sourceId",
           ${endOfLastDay('source_key')}
      from source_key join organization on organization.id = organization_id
     where hash = $1 and revoked_at is null
    `,
    [keyHash(key)],
  );
  if (!row) return null;
  const [source] = await withinOrganization(row.organizationId, () =>
    rowsOf<{ name: string }>(db, `select name from source where organization_id = $1 and id = $2`, [
      row.organizationId,
      row.sourceId,
    ]),
  );
  return source ? { ...row, sourceName: source.name } : null;
}
