import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { type ToldIdentity } from './identity.js';
import { accessOf, noteAccess } from './note-access.js';

/** Somebody else is known so, or the account as somebody else there; or it has no password of its own. */
export type LinkRefusal = 'identity_taken' | 'already_linked' | 'account_disabled';

export interface OwnIdentity {
  provider: string;
  since: Date;
}

/** Who an account is elsewhere. */
export function identitiesOf(db: DataSource, accountId: string): Promise<OwnIdentity[]> {
  return rowsOf(
    db,
    `select provider, created_at as since from account_identity where account_id = $1 order by provider, created_at`,
    [accountId],
  );
}

/** From now on the provider vouches for the account too. Null = it does; again is no error. */
export function linkIdentity(
  db: DataSource | EntityManager,
  accountId: string,
  { issuer, subject, provider }: Pick<ToldIdentity, 'issuer' | 'subject' | 'provider'>,
): Promise<LinkRefusal | null> {
  return db.transaction(async (tx) => {
    // As a sign-in does, and one link of an account at a time.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${issuer} ${subject}`]);
    const [account] = await rowsOf(
      tx,
      `select 1 from account where id = $1 and disabled_at is null and password_hash is not null for update`,
      [accountId],
    );
    if (!account) return 'account_disabled';
    const known = await rowsOf<{ accountId: string; subject: string }>(
      tx,
      `select account_id as "accountId", subject from account_identity
        where issuer = $1 and subject = $2 or account_id = $3 and provider = $4`,
      [issuer, subject, accountId, provider],
    );
    if (known.some((one) => one.accountId !== accountId)) return 'identity_taken';
    if (known.some((one) => one.subject !== subject)) return 'already_linked';
    await execute(
      tx,
      `insert into account_identity (issuer, subject, account_id, provider, linked) values ($1, $2, $3, $4, true)
       on conflict do nothing`,
      [issuer, subject, accountId, provider],
    );
    return null;
  });
}

/** With what its groups gave and the sessions that began there. False where nothing is linked, or nothing else would open the account. */
export function unlinkIdentity(db: DataSource | EntityManager, accountId: string, provider: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await execute(
      tx,
      `delete from account_identity
        where account_id = $1 and provider = $2 and linked
          and exists (select from account where id = $1 and password_hash is not null)`,
      [accountId, provider],
    );
    if (gone === 0) return false;
    const before = await accessOf(tx, { account: accountId });
    await execute(tx, `delete from membership where account_id = $1 and provider = $2`, [accountId, provider]);
    await noteAccess(tx, { account: accountId }, before, accountId);
    await execute(tx, `delete from session where account_id = $1 and data->>'provider' = $2`, [accountId, provider]);
    return true;
  });
}
