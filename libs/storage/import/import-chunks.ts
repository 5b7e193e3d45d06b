import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';

/** Bytes of every chunk but the last of a file, so that a place in the file is a place in a chunk. */
export const chunkSize = 1 << 20;

/** The file is larger than may be handed in. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly code = 'file_too_large';
}

/** Puts the file down as it comes, sealed, in the caller's transaction; returns its size. Throws FileTooLarge. */
export async function saveChunks(
  tx: EntityManager,
  organizationId: string,
  importId: number,
  input: AsyncIterable<Buffer>,
  maximum: number,
): Promise<number> {
  const names = await namesOf(tx, organizationId);
  const waiting = Buffer.allocUnsafe(chunkSize);
  let filled = 0;
  let total = 0;
  let position = 0;
  const put = async () => {
    const bytes = names.sealChunk({ importId, position }, waiting.subarray(0, filled));
    filled = 0;
    await tx.query(`insert into import_chunk (organization_id, import_id, position, bytes) values ($1, $2, $3, $4)`, [
      organizationId,
      importId,
      position++,
      bytes,
    ]);
  };
  for await (const piece of input) {
    total += piece.length;
    if (total > maximum) throw new FileTooLarge(`The file is larger than ${maximum} bytes.`);
    for (let at = 0; at < piece.length;) {
      const copied = piece.copy(waiting, filled, at);
      at += copied;
      filled += copied;
      if (filled === chunkSize) await put();
    }
  }
  if (filled > 0) await put();
  return total;
}

/** The file as it was handed in, one chunk in memory at a time. */
export async function* readChunks(db: DataSource, organizationId: string, importId: number): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const bytes = await readChunk(db, organizationId, importId, position);
    if (bytes === null) return;
    yield bytes;
  }
}

/** One chunk, counted from 0; null after the last. */
export async function readChunk(
  db: DataSource,
  organizationId: string,
  importId: number,
  position: number,
): Promise<Buffer | null> {
  const [row] = await rowsOf<{ bytes: Buffer }>(
    db,
    `select bytes from import_chunk where organization_id = $1 and import_id = $2 and position = $3`,
    [organizationId, importId, position],
  );
  return row ? (await namesOf(db, organizationId)).openChunk({ importId, position }, row.bytes) : null;
}
