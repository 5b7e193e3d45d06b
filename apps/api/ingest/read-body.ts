import { type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ingestLimits } from '#contract/events.js';
import { refuse } from './ingest-problem.js';

/**
 * The whole body, decompressed. Stops reading at the limit, wherever the body would have ended. Throws a problem for a
 * body that is too large, cut short, or not encoded as it says.
 */
export async function readBody(
  stream: Readable,
  headers: Readonly<Record<string, string | undefined>>,
  limit = ingestLimits.bodyBytes,
): Promise<Buffer> {
  const [encoding, declared] = [headers['content-encoding'], headers['content-length']];
  const coding = encoding?.trim().toLowerCase() ?? 'identity';
  if (coding !== 'gzip' && coding !== 'identity') throw refuse.badEncoding();
  if (Number(declared ?? 0) > limit) throw refuse.bodyTooLarge();
  if (coding === 'identity') return collect(stream, limit);
  const unzipped = createGunzip();
  stream.once('error', (error) => unzipped.destroy(error));
  stream.once('aborted', () => unzipped.destroy(refuse.cutShort()));
  stream.pipe(unzipped);
  try {
    return await collect(unzipped, limit);
  } catch (error) {
    if (isBadGzip(error)) throw refuse.badGzip();
    throw error;
  } finally {
    stream.unpipe(unzipped);
    unzipped.destroy();
    // What is left of it is read and dropped, so that the connection can be used again.
    stream.resume();
  }
}

async function collect(stream: Readable, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        stream.removeAllListeners('data');
        stream.resume();
        reject(refuse.bodyTooLarge());
      } else {
        chunks.push(chunk);
      }
    });
    stream.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    stream.once('error', reject);
    stream.once('close', () => reject(refuse.cutShort()));
  });
}

function isBadGzip(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');
}
