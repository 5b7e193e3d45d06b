import { createHash, randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { type AccountRole } from './account.table.js';

export interface ListedApiToken {
  id: string;
  name: string;
  prefix: string;
  role: AccountRole;
  createdAt: Date;
  expiresAt: Date;
  /** Day of the last request, UTC; null = never used. */
  lastUsedOn: string | null;
}

export interface NewApiToken {
  name: string;
  role: AccountRole;
  /** Days that it lasts. */
  days: number;
}

/** What a request with a token comes as. */
export interface TokenHolder {
  tokenId: string;
  accountId: string;
  role: AccountRole;
  /** From then on it opens nothing. */
  expiresAt: Date;
}

const form = /^essor_api_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/;
const mostPerAccount = 20;

/** There are twenty that work. */
export class TooManyApiTokens extends Error {
  override readonly name = 'TooManyApiTokens';
  readonly code = 'too_many_tokens';
}

const columns = `id, name, prefix, role, created_at as "createdAt", expires_at as "expiresAt", last_used_on as "lastUsedOn"`;

/** The token is returned this once: only its hash and its prefix are kept. Throws TooManyApiTokens. */
export async function createApiToken(
  db: DataSource,
  accountId: string,
  { name, role, days }: NewApiToken,
): Promise<{ token: string; listed: ListedApiToken }> {
  const prefix = randomBytes(4).toString('hex');
  const token = `essor_api_${prefix}_${randomBytes(32).toString('base64url')}`;
  const listed = await db.transaction(async (tx) => {
    // Counted one at a time, or many at once would all be the twentieth.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('essor.api_token.' || $1::text, 0))`, [accountId]);
    const [made] = await rowsOf<ListedApiToken>(
      tx,
      `insert into api_token (account_id, name, hash, prefix, role, expires_at)
     select $1, $2, $3, $4, $5, now() + make_interval(days => $6)
      where (select count(*) from api_token where account_id = $1 and expires_at > now()) < ${mostPerAccount}
     returning ${columns}`,
      [accountId, name, hashOf(token), prefix, role, days],
    );
    if (made) await note(tx, accountId, 'token_created', { prefix, role, days });
    return made;
  });
  if (!listed) throw new TooManyApiTokens(`There are ${mostPerAccount} tokens that work: revoke one first.`);
  return { token, listed };
}

/** Those that work, the newest first. */
export const listApiTokens = (db: DataSource, accountId: string): Promise<ListedApiToken[]> =>
  rowsOf(
    db,
    `select ${columns} from api_token where account_id = $1 and expires_at > now() order by created_at desc, id`,
    [accountId],
  );

/** False where the account has no such token. */
export function revokeApiToken(db: DataSource, accountId: string, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const revoked = await execute(tx, `delete from api_token where account_id = $1 and id = $2`, [accountId, id]);
    if (revoked === 1) await note(tx, accountId, 'token_revoked', { token: id });
    return revoked === 1;
  });
}

/** How many there were: whoever revokes them notes it. */
export const revokeApiTokens = (db: EntityManager, accountId: string): Promise<number> =>
  execute(db, `delete from api_token where account_id = $1`, [accountId]);

const note = (tx: EntityManager, accountId: string, action: string, detail: object) =>
  noteAudit(tx, { organizationId: null, accountId, action, detail });

export const isApiToken = (text: string): boolean => text.startsWith('essor_api_');

/** Null for one that is unknown, revoked or malformed; else it tells when it ends. Writes down the day of its use, and no more. */
export async function useApiToken(db: DataSource, token: string): Promise<TokenHolder | null> {
  if (!form.test(token)) return null;
  const [row] = await rowsOf<TokenHolder & { isFirstToday: boolean }>(
    db,
    `select id as "tokenId", account_id as "accountId", role,
            expires_at as "expiresAt",
            expires_at > now() and last_used_on is distinct from (now() at time zone 'UTC')::date as "isFirstToday"
       from api_token where hash = $1`,
    [hashOf(token)],
  );
  if (!row) return null;
  const { isFirstToday, ...holder } = row;
  if (isFirstToday)
    await execute(db, `update api_token set last_used_on = (now() at time zone 'UTC')::date where id = $1`, [
      holder.tokenId,
    ]);
  return holder;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();
