import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf, secretOf } from '../database.js';
import { Names, VaultClosed } from './names.js';
import { derivedKey, openedUnder, sealedUnder } from '../secret/seal.js';

const opened = new WeakMap<DataSource, Map<string, Promise<Names>>>();

/**
 * The names of an organisation, by its data key, which is kept under APP_SECRET; an organisation that was not begun with
 * one gets it on first use. Throws VaultClosed. The pool must have been opened with the secret.
 */
export function namesOf(db: DataSource | EntityManager, organizationId: string): Promise<Names> {
  const pool = db instanceof DataSource ? db : db.connection;
  const known = opened.get(pool) ?? new Map<string, Promise<Names>>();
  opened.set(pool, known);
  const names = known.get(organizationId) ?? openKey(db, pool, organizationId);
  known.set(organizationId, names);
  names.catch(() => known.delete(organizationId));
  return names;
}

async function openKey(db: DataSource | EntityManager, pool: DataSource, organizationId: string): Promise<Names> {
  const wrapped = await readKey(db, organizationId);
  // Outside any transaction of the caller: a key that was taken back must not have been used.
  return wrapped === null
    ? namesUnder(pool, organizationId, secretOf(pool))
    : unwrapped(organizationId, secretOf(pool), wrapped);
}

/** The same on any pool, for whoever has the secret at hand. */
export async function namesUnder(pool: DataSource, organizationId: string, secret: string): Promise<Names> {
  await keepKey(pool, organizationId, secret);
  // Of two that make it at once, one wins.
  return unwrapped(organizationId, secret, await readKey(pool, organizationId));
}

function unwrapped(organizationId: string, secret: string, wrapped: Buffer | null): Names {
  const dataKey = wrapped && openedUnder(wrappingKey(secret), organizationId, wrapped);
  if (dataKey === null) throw new VaultClosed();
  return new Names(organizationId, dataKey);
}

async function readKey(db: DataSource | EntityManager, organizationId: string): Promise<Buffer | null> {
  const [row] = await rowsOf<{ wrapped: Buffer }>(
    db,
    `select wrapped from organization_key where organization_id = $1`,
    [organizationId],
  );
  return row?.wrapped ?? null;
}

/** The data key of an organisation, unless it has one. */
export async function keepKey(
  db: DataSource | EntityManager,
  organizationId: string,
  secret: string,
  dataKey = randomBytes(32),
): Promise<void> {
  await execute(db, `insert into organization_key (organization_id, wrapped) values ($1, $2) on conflict do nothing`, [
    organizationId,
    sealedUnder(wrappingKey(secret), organizationId, dataKey),
  ]);
}

/** After APP_SECRET was changed: keys that open under the one before are kept under the new one. Safe to repeat. */
export async function rewrapKeys(owner: DataSource, secret: string, before: string): Promise<void> {
  const kept = await rowsOf<{ id: string; wrapped: Buffer }>(
    owner,
    `select organization_id as id, wrapped from organization_key`,
  );
  for (const { id, wrapped } of kept) {
    if (openedUnder(wrappingKey(secret), id, wrapped) !== null) continue;
    const dataKey = openedUnder(wrappingKey(before), id, wrapped);
    if (dataKey === null) throw new VaultClosed();
    await execute(owner, `update organization_key set wrapped = $2 where organization_id = $1`, [
      id,
      sealedUnder(wrappingKey(secret), id, dataKey),
    ]);
  }
}

const wrappingKey = (secret: string) => derivedKey(secret, 'essor keys of organisations');
