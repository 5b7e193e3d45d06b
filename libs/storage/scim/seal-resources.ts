import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { namesUnder } from '../vault/keyring.js';
import { type Names } from '../vault/names.js';
import { contentColumns, contentValues, foldedToken, type ScimAttributes, textOf } from './sealed-content.js';

/** First byte of what is not sealed yet; nothing sealed begins with it. */
const plain = Buffer.from([0]);
const isPlain = `substr(sealed, 1, 1) = '\\x00'`;
const isSealed = `substr(sealed, 1, 1) = '\\x01'`;
const atATime = 500;

interface Row {
  id: string;
  kind: 'User' | 'Group';
  sealed: Buffer;
  sealedKey: Buffer | null;
}

/** Seals what providers pushed before it had to be. Safe to repeat, and goes on where it was cut off. */
export async function sealResources(owner: DataSource, secret: string): Promise<void> {
  const open = await rowsOf<{ id: string }>(
    owner,
    `select distinct organization_id as id from scim_resource where ${isPlain}`,
  );
  for (const { id } of open) {
    const names = await namesUnder(owner, id, secret);
    await exchange(owner, id, isPlain, (row) => sealRow(owner, id, names, row));
  }
}

/** The way back, before the migration is undone. */
export async function openResources(tx: EntityManager, organizationId: string, names: Names): Promise<void> {
  const clear = (sealed: Buffer) => Buffer.concat([plain, Buffer.from(names.open(sealed))]);
  await exchange(tx, organizationId, isSealed, async ({ id, sealed, sealedKey }) => {
    await execute(
      tx,
      `update scim_resource
          set sealed = $3, sealed_key = $4, person_key = null, user_token = null, external_token = null, name_tokens = '{}',
              manager_token = null
        where organization_id = $1 and id = $2`,
      [organizationId, id, clear(sealed), sealedKey && clear(sealedKey)],
    );
  });
}

async function sealRow(
  owner: DataSource,
  organizationId: string,
  names: Names,
  { id, kind, sealed, sealedKey }: Row,
): Promise<void> {
  const attributes = JSON.parse(sealed.subarray(1).toString('utf8')) as ScimAttributes;
  const userName = kind === 'User' ? (textOf(attributes, 'userName') ?? '') : null;
  const content = contentValues(names, { userName, externalId: textOf(attributes, 'externalId'), attributes });
  const key = sealedKey && sealedKey.subarray(1).toString('utf8');
  const columns = [...contentColumns, 'person_key', 'sealed_key'];
  const values = [...content, names.tokenOrNull(key), key === null ? null : names.seal(key)];
  const update = `update scim_resource set ${columns.map((column, n) => `${column} = $${n + 3}`).join(', ')}
    where organization_id = $1 and id = $2`;
  try {
    await execute(owner, update, [organizationId, id, ...values]);
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    // Two user names that the database told apart without case, and we do not: the later one gets a token of its own.
    const twin = foldedToken(names, `${userName}/${id}`);
    await execute(owner, update, [organizationId, id, ...values.with(1, twin)]);
  }
}

async function exchange(
  db: DataSource | EntityManager,
  organizationId: string,
  which: string,
  each: (row: Row) => Promise<void>,
): Promise<void> {
  for (;;) {
    const rows = await rowsOf<Row>(
      db,
      `select id, kind, sealed, sealed_key as "sealedKey" from scim_resource
        where organization_id = $1 and ${which} limit ${atATime}`,
      [organizationId],
    );
    if (rows.length === 0) return;
    for (const row of rows) await each(row);
  }
}
