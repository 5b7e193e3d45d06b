import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { type Names } from '../vault/names.js';

export interface RefusedLine {
  importId: number;
  position: number;
}

/** Shorter words are part of too many others. */
const leastLength = 4;

/** Refused lines whose id is one of these words (small letters), or is made of one: every sealed id is opened. */
export async function refusedNaming(
  tx: EntityManager,
  organizationId: string,
  names: Names,
  words: readonly string[],
): Promise<RefusedLine[]> {
  const found: RefusedLine[] = [];
  for (let after: RefusedLine = { importId: -1, position: -1 }; ;) {
    const rows = await rowsOf<RefusedLine & { id: Buffer }>(
      tx,
      `select import_id as "importId", position, sealed_id as id from import_reject
        where organization_id = $1 and sealed_id is not null and (import_id, position) > ($2, $3)
        order by import_id, position limit 5000`,
      [organizationId, after.importId, after.position],
    );
    for (const { id, ...line } of rows) {
      const text = names.open(id).toLowerCase();
      if (words.some((word) => text === word || (word.length >= leastLength && text.includes(word)))) found.push(line);
    }
    const last = rows.at(-1);
    if (!last) return found;
    after = last;
  }
}
