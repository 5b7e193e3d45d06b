import { type DataSource, type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { namesUnder } from './keyring.js';
import { type Names } from './names.js';

/** First byte of what is not sealed yet; nothing sealed begins with it. */
const plain = Buffer.from([0]);

/** Columns that are kept sealed, with what tells a row, and how each opens. */
const columns = [
  { table: 'person', column: 'sealed_name', key: ['ordinal'] },
  { table: 'import_reject', column: 'sealed_id', key: ['import_id', 'position'] },
  { table: 'import_chunk', column: 'bytes', key: ['import_id', 'position'] },
] as const;
type Column = (typeof columns)[number];
type Row = { content: Buffer } & Record<string, number>;

/** Rows at a time: files that wait come in pieces of a megabyte. */
const atATime = 50;

/** Seals what was kept before it had to be. Safe to repeat, and goes on where it was cut off. */
export async function sealRest(owner: DataSource, secret: string): Promise<void> {
  for (const each of columns) {
    for (const organizationId of await organizationsWith(owner, each, 0)) {
      const names = await namesUnder(owner, organizationId, secret);
      await exchange(owner, organizationId, each, 0, (row) => sealedAs(names, each, row, row.content.subarray(1)));
    }
  }
}

/** The way back, before the migration is undone. */
export async function openRest(tx: EntityManager, organizationId: string, names: Names): Promise<void> {
  for (const each of columns) {
    await exchange(tx, organizationId, each, 1, (row) => Buffer.concat([plain, openedAs(names, each, row)]));
  }
}

const sealedAs = (names: Names, { table }: Column, row: Row, content: Buffer): Buffer =>
  table === 'import_chunk' ? names.sealChunk(placeOf(row), content) : names.seal(content.toString('utf8'));

const openedAs = (names: Names, { table }: Column, row: Row): Buffer =>
  table === 'import_chunk' ? names.openChunk(placeOf(row), row.content) : Buffer.from(names.open(row.content));

const placeOf = (row: Row) => ({ importId: row.import_id ?? 0, position: row.position ?? 0 });

async function organizationsWith(owner: DataSource, { table, column }: Column, first: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    owner,
    `select distinct organization_id as id from ${table} where substr(${column}, 1, 1) = '\\x0${first}'`,
  );
  return rows.map(({ id }) => id);
}

async function exchange(
  db: DataSource | EntityManager,
  organizationId: string,
  { table, column, key }: Column,
  first: number,
  becomes: (row: Row) => Buffer,
): Promise<void> {
  const given = key.map((name, place) => `${name} = $${place + 3}`).join(' and ');
  for (;;) {
    const rows = await rowsOf<Row>(
      db,
      `select ${key.join(', ')}, ${column} as content from ${table}
        where organization_id = $1 and substr(${column}, 1, 1) = '\\x0${first}' limit ${atATime}`,
      [organizationId],
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      await execute(db, `update ${table} set ${column} = $2 where organization_id = $1 and ${given}`, [
        ...[organizationId, becomes(row)],
        ...key.map((name) => row[name]),
      ]);
    }
  }
}
