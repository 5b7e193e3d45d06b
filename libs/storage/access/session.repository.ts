import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';

/** A session nobody used for so long is over, whatever its cookie says. */
const idle = '30 minutes';
/** Uses within this time are not written down again: a page makes many requests. */
const grace = '1 minute';

export type SessionData = Record<string, unknown>;

/** Sessions by the hash of their secret. */
export class SessionRepository {
  constructor(private readonly db: DataSource) {}

  /** Null when unknown or over. Using a session keeps it from going idle. */
  async use(secret: string): Promise<SessionData | null> {
    const [row] = await rowsOf<{ data: SessionData; touch: boolean }>(
      this.db,
      `select data, expires_at < now() + interval '${idle}' - interval '${grace}' as touch
         from session where id = $1 and expires_at > now()`,
      [hashedSecret(secret)],
    );
    if (row?.touch) {
      await this.db.query(`update session set expires_at = now() + interval '${idle}' where id = $1`, [
        hashedSecret(secret),
      ]);
    }
    return row?.data ?? null;
  }

  /** Whether it still opens; asking is no use of it. */
  async isOpen(secret: string): Promise<boolean> {
    const rows = await rowsOf(this.db, `select from session where id = $1 and expires_at > now()`, [
      hashedSecret(secret),
    ]);
    return rows.length > 0;
  }

  async save(secret: string, accountId: string | null, data: SessionData): Promise<void> {
    await this.db.query(
      `insert into session (id, account_id, data, expires_at) values ($1, $2, $3, now() + interval '${idle}')
       on conflict (id) do update set account_id = $2, data = $3, expires_at = excluded.expires_at`,
      [hashedSecret(secret), accountId, data],
    );
  }

  /** Open sessions of an account, the newest first; `current` is that of the secret. */
  async of(accountId: string, secret: string): Promise<{ since: string; lastUsed: string; current: boolean }[]> {
    const rows = await rowsOf<{ id: string; since: Date; lastUsed: Date }>(
      this.db,
      `select id, created_at as since, expires_at - interval '${idle}' as "lastUsed"
         from session where account_id = $1 and expires_at > now() order by created_at desc`,
      [accountId],
    );
    return rows.map(({ id, since, lastUsed }) => {
      return { since: since.toISOString(), lastUsed: lastUsed.toISOString(), current: id === hashedSecret(secret) };
    });
  }

  async endAll(accountId: string, within: DataSource | EntityManager = this.db): Promise<void> {
    await within.query(`delete from session where account_id = $1`, [accountId]);
  }

  async end(secret: string): Promise<void> {
    await this.db.query(`delete from session where id = $1`, [hashedSecret(secret)]);
  }

  async forgetExpired(): Promise<void> {
    await this.db.query(`delete from session where expires_at <= now()`);
  }
}

/** What the database keeps of the secret in a cookie. */
export const hashedSecret = (secret: string) => createHash('sha256').update(secret).digest('base64url');
