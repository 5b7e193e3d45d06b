import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';

const chunkSize = 1 << 20;

/** The file is larger than may be handed in. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly code = 'file_too_large';
}

/** Puts the file down as it comes, in the caller's transaction; returns its size. Throws FileTooLarge. */
export async function saveChunks(
  tx: EntityManager,
  organizationId: string,
  importId: number,
  input: AsyncIterable<Buffer>,
  maximum: number,
): Promise<number> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let total = 0;
  let position = 0;
  const put = async () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
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
    for (let at = 0; at < piece.length; at += chunkSize) {
      const part = piece.subarray(at, at + chunkSize);
      waiting.push(part);
      waitingBytes += part.length;
      if (waitingBytes >= chunkSize) await put();
    }
  }
  if (waitingBytes > 0) await put();
  return total;
}

/** The file as it was handed in, one chunk in memory at a time. */
export async function* readChunks(db: DataSource, organizationId: string, importId: number): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const [row] = await rowsOf<{ bytes: Buffer }>(
      db,
      `select bytes from import_chunk where organization_id = $1 and import_id = $2 and position = $3`,
      [organizationId, importId, position],
    );
    if (!row) return;
    yield row.bytes;
  }
}
