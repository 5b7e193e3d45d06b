import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';

/** What a provider says has ended, its signature checked: one session there, or all of a person. */
export interface EndedAtProvider {
  provider: string;
  issuer: string;
  subject: string | null;
  sid: string | null;
  /** Of the token that says so. */
  tokenId: string;
  /** From when on the token is too old to be believed. */
  until: Date;
}

/**
 * Ends the sessions that began with what has ended. Answers with their accounts, or null where the token was taken before.
 * A session of which the provider told no number ends with any of its person's.
 */
export function endByProvider(db: DataSource | EntityManager, ended: EndedAtProvider): Promise<string[] | null> {
  const { provider, issuer, subject, sid, tokenId, until } = ended;
  const hash = createHash('sha256')
    .update(JSON.stringify([issuer, tokenId]))
    .digest('base64url');
  return db.transaction(async (tx) => {
    await tx.query(`delete from logout_token where expires_at <= now()`);
    const isNew = await execute(
      tx,
      `insert into logout_token (hash, expires_at) values ($1, $2) on conflict do nothing`,
      [hash, until],
    );
    if (isNew === 0) return null;
    const rows = await rowsOf<{ accountId: string }>(
      tx,
      `with over as (
         delete from session
          where data->>'provider' = $1
            and (data->>'sid' = $4
                 or ($4::text is null or data->>'sid' is null)
                    and account_id in (select account_id from account_identity where issuer = $2 and subject = $3))
         returning account_id
       )
       select distinct account_id as "accountId" from over`,
      [provider, issuer, subject, sid],
    );
    return rows.map(({ accountId }) => accountId);
  });
}
