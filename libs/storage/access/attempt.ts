import { createHmac } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { rowsOf, secretOf } from '../database.js';

/** So many attempts within so many minutes, per key; `name` tells one limit from another. */
export interface Limit {
  name: string;
  most: number;
  minutes: number;
}

/**
 * Takes one attempt: null when it is allowed, else the seconds to wait. By the clock of the database, which all apis share,
 * and in one statement, so that those who try at once are counted one after the other.
 */
export async function takeAttempt(db: DataSource, { name, most, minutes }: Limit, key: string): Promise<number | null> {
  const hash = hashOf(db, name, key);
  await db.query(
    `delete from attempt where hash in (
       select hash from attempt where ends_at <= now() and hash <> $1 limit 100 for update skip locked)`,
    [hash],
  );
  const allowed = await rowsOf(
    db,
    `insert into attempt as a (hash, taken, ends_at) values ($1, array[now()], now() + $3 * interval '1 minute')
     on conflict (hash) do update
        set taken = array(select at from unnest(a.taken) at where at > now() - $3 * interval '1 minute' order by at) || now(),
            ends_at = excluded.ends_at
      where (select count(*) from unnest(a.taken) at where at > now() - $3 * interval '1 minute') < $2
     returning 1`,
    [hash, most, minutes],
  );
  if (allowed.length > 0) return null;
  const [wait] = await rowsOf<{ seconds: number }>(
    db,
    `select ceil(extract(epoch from min(at) + $2 * interval '1 minute' - now()))::int as seconds
       from attempt, unnest(taken) at where hash = $1 and at > now() - $2 * interval '1 minute'`,
    [hash, minutes],
  );
  return Math.max(1, wait?.seconds ?? 1);
}

/** The attempt was right: it does not count, and where it was the only one nothing is left of it. */
export async function returnAttempt(db: DataSource, { name }: Limit, key: string): Promise<void> {
  await db.query(
    `with others as (update attempt set taken = trim_array(taken, 1) where hash = $1 and cardinality(taken) > 1)
     delete from attempt where hash = $1 and cardinality(taken) <= 1`,
    [hashOf(db, name, key)],
  );
}

/** Addresses of people are few enough to be guessed from a plain hash. */
const hashOf = (db: DataSource, name: string, key: string) =>
  createHmac('sha256', secretOf(db)).update(`attempt\n${name}\n${key}`).digest('base64url');
