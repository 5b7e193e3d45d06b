import { randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { execute, rowsOf } from '../database.js';
import { endOfLastDay, keyHash } from '../source/source-keys.js';

/** Who may push the directory of which organisation. */
export interface ScimTokenHolder {
  tokenId: string;
  organizationId: string;
  /** When its last day is over where the organisation is; null = until it is revoked. */
  endsAt: Date | null;
}

export interface ListedScimToken {
  id: string;
  prefix: string;
  createdAt: Date;
  revokedAt: Date | null;
  expiresOn: Day | null;
}

/** More than two would not be a rotation. */
const livingAtMost = 2;

/** There are two tokens that work: one must be revoked first. */
export class TooManyScimTokens extends Error {
  override readonly name = 'TooManyScimTokens';
  readonly code = 'too_many_tokens';
}

const form = /^essor_scim_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/;

/** The token is returned this once: only its hash and its prefix are kept. Throws TooManyScimTokens. */
export async function createScimToken(
  db: DataSource | EntityManager,
  organizationId: string,
  expiresOn: Day | null = null,
): Promise<{ id: string; prefix: string; token: string }> {
  const prefix = randomBytes(4).toString('hex');
  const token = `essor_scim_${prefix}_${randomBytes(32).toString('base64url')}`;
  return db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('essor.scim.' || $1::text, 0))`, [organizationId]);
    const [row] = await rowsOf<{ id: string }>(
      tx,
      `
      insert into scim_token (organization_id, hash, prefix, expires_on)
      select $1, $2, $3, $5
       where (select count(*) from scim_token join organization on organization.id = organization_id
               where organization_id = $1 and revoked_at is null
                 and (expires_on is null or expires_on >= (now() at time zone timezone)::date)) < $4
      returning id
      `,
      [organizationId, keyHash(token), prefix, livingAtMost, expiresOn],
    );
    if (!row) throw new TooManyScimTokens(`There are ${livingAtMost} tokens that work: revoke one first.`);
    return { id: row.id, prefix, token };
  });
}

/** By its id, or by the prefix that is shown in lists. False if there is no such token that still works. */
export async function revokeScimToken(
  db: DataSource | EntityManager,
  organizationId: string,
  which: { id: string } | { prefix: string },
): Promise<boolean> {
  const [column, value] = 'id' in which ? ['id::text', which.id] : ['prefix', which.prefix];
  const touched = await execute(
    db,
    `update scim_token set revoked_at = now() where organization_id = $1 and ${column} = $2 and revoked_at is null`,
    [organizationId, value],
  );
  return touched > 0;
}

export async function listScimTokens(db: DataSource, organizationId: string): Promise<ListedScimToken[]> {
  return rowsOf(
    db,
    `
    select id, prefix, created_at as "createdAt", revoked_at as "revokedAt", expires_on as "expiresOn"
      from scim_token where organization_id = $1 order by created_at, id
    `,
    [organizationId],
  );
}

/** Null for a token that is unknown, revoked or malformed; that of a source is malformed here. Else it tells when it ends. */
export async function findScimToken(db: DataSource, token: string): Promise<ScimTokenHolder | null> {
  if (!form.test(token)) return null;
  const [row] = await rowsOf<ScimTokenHolder>(
    db,
    `select scim_token.id as "tokenId", organization_id as "organizationId", ${endOfLastDay('scim_token')}
       from scim_token join organization on organization.id = organization_id
      where hash = $1 and revoked_at is null`,
    [keyHash(token)],
  );
  return row ?? null;
}
