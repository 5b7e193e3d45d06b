import { type DataSource } from 'typeorm';
import { type FileInput } from '#connectors/file-input.js';
import { chunkSize, readChunk, readChunks } from '#storage/import/import-chunks.js';

/** A file that lies in the database in chunks of one size; the last chunk that was read stays at hand. */
export function handedInFile(db: DataSource, organizationId: string, importId: number, size: number | null): FileInput {
  let kept: { position: number; bytes: Buffer } | null = null;
  const chunkAt = async (position: number): Promise<Buffer | null> => {
    if (kept?.position === position) return kept.bytes;
    const bytes = await readChunk(db, organizationId, importId, position);
    if (bytes !== null) kept = { position, bytes };
    return bytes;
  };
  return {
    size,
    stream: () => readChunks(db, organizationId, importId),
    async read(position, length) {
      const parts: Buffer[] = [];
      let at = position;
      while (at < position + length) {
        const start = at % chunkSize;
        const part = (await chunkAt(Math.floor(at / chunkSize)))?.subarray(start, start + position + length - at);
        if (part === undefined || part.length === 0) break;
        parts.push(part);
        at += part.length;
      }
      return parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
    },
  };
}
