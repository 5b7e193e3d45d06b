import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';

const token = /[anu][\w-]{22}(?:\.[\w-]{8})?/g;

/** Rows with names in place of their tokens: those of the directory, and those that this pool has looked for (`spokenOnly`). */
export async function spelled<Value>(
  db: DataSource,
  organizationId: string,
  rows: Value,
  options: { spokenOnly?: boolean } = {},
): Promise<Value> {
  if (!new RegExp(token.source).test(JSON.stringify(rows))) return rows;
  const names = await namesOf(db, organizationId);
  const known = new Map([...names['tokens']].map(([name, itsToken]) => [itsToken, name]));
  const sealed = options.spokenOnly
    ? []
    : await rowsOf<{ alias: string; sealed: Buffer }>(
        db,
        `select alias, sealed from person_alias where organization_id = $1 and sealed is not null`,
        [organizationId],
      );
  for (const row of sealed) known.set(row.alias, names.open(row.sealed));
  const read = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(token, (word) => known.get(word) ?? word);
    if (Array.isArray(value)) return value.map(read);
    if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, read(inside)]));
  };
  return read(rows) as Value;
}
