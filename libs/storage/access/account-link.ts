import { createHash, randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { hashPassword } from './password.js';

export type LinkPurpose = 'invitation' | 'reset';

/** How long a link waits to be used. */
const validFor: Record<LinkPurpose, string> = { invitation: '7 days', reset: '2 hours' };

export interface AccountLink {
  /** Shown this once; the database keeps its hash. */
  token: string;
  expiresAt: Date;
}

/** The account has no password, and must not get one around its identity provider. */
export class SignsInElsewhere extends Error {
  override readonly name = 'SignsInElsewhere';
  readonly code = 'signs_in_elsewhere';
}

/** The only link of the account from now on; its password holds until the link is used. Throws SignsInElsewhere. */
export async function makeAccountLink(
  db: DataSource | EntityManager,
  accountId: string,
  purpose: LinkPurpose,
): Promise<AccountLink> {
  const token = randomBytes(32).toString('base64url');
  const [row] = await rowsOf<{ expiresAt: Date }>(
    db,
    `insert into account_link (account_id, hash, purpose, expires_at)
     select id, $2, $3, now() + $4::interval from account where id = $1 and password_hash is not null
     on conflict (account_id) do update
       set hash = excluded.hash, purpose = excluded.purpose, expires_at = excluded.expires_at
     returning expires_at as "expiresAt"`,
    [accountId, hashed(token), purpose, validFor[purpose]],
  );
  if (!row) throw new SignsInElsewhere('this account signs in with an identity provider');
  return { token, expiresAt: row.expiresAt };
}

/** Chooses the password of the account that it answers: null when the link is unknown, used or expired, or the account disabled. Ends all its sessions. */
export async function useAccountLink(db: DataSource, token: string, password: string): Promise<string | null> {
  // Read before the dear hash is made, so that guesses cost the server little; used up in the transaction below.
  const known = await rowsOf(db, `select 1 from account_link where ${usable}`, [hashed(token)]);
  if (known.length === 0) return null;
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const [link] = await rowsOf<{ accountId: string }>(
      tx,
      `with used as (delete from account_link where ${usable} returning account_id)
       select account_id as "accountId" from used`,
      [hashed(token)],
    );
    if (!link) return null;
    const changed = await execute(tx, `update account set password_hash = $2 where id = $1 and disabled_at is null`, [
      link.accountId,
      passwordHash,
    ]);
    await tx.query(`delete from session where account_id = $1`, [link.accountId]);
    if (changed === 0) return null;
    await noteAudit(tx, { organizationId: null, accountId: link.accountId, action: 'password_chosen' });
    return link.accountId;
  });
}

const usable = `hash = $1 and expires_at > now()
  and exists (select from account where id = account_id and disabled_at is null)`;

const hashed = (token: string) => createHash('sha256').update(token).digest('base64url');
