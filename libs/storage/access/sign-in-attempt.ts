import { createHash } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';

/** A sign-in on its way to an identity provider. */
export interface SignInAttempt {
  provider: string;
  nonce: string;
  /** Of PKCE: proves to the provider that whoever redeems the code asked for it. */
  verifier: string;
  /** Where the person wanted to go. */
  next: string | null;
  /** The account that wants to be known there; null = a sign-in. */
  accountId: string | null;
}

/** How long somebody may take at the provider. */
export const attemptMinutes = 10;

/** Kept under hashes of its state and of the secret of the browser: a copy of the table finishes no sign-in. */
export async function keepAttempt(
  db: DataSource,
  { state, browser }: { state: string; browser: string },
  { provider, nonce, verifier, next, accountId }: SignInAttempt,
): Promise<void> {
  await db.query(`delete from sign_in_attempt where expires_at <= now()`);
  await db.query(
    `insert into sign_in_attempt (hash, browser, provider, nonce, verifier, next, account_id, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + interval '${attemptMinutes} minutes')`,
    [hashed(state), hashed(browser), provider, nonce, verifier, next, accountId],
  );
}

/** Used up by asking: null when it is unknown, used, expired, or was begun by another browser or with another provider. */
export async function useAttempt(
  db: DataSource,
  { state, browser, provider }: { state: string; browser: string; provider: string },
): Promise<SignInAttempt | null> {
  const [attempt] = await rowsOf<SignInAttempt>(
    db,
    `with used as (
       delete from sign_in_attempt where hash = $1 and browser = $2 and provider = $3 and expires_at > now() returning *
     )
     select provider, nonce, verifier, next, account_id as "accountId" from used`,
    [hashed(state), hashed(browser), provider],
  );
  return attempt ?? null;
}

const hashed = (secret: string) => createHash('sha256').update(secret).digest('base64url');
