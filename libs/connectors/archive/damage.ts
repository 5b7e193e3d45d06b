import { archiveError } from './archive.js';

/** What is unpacked, with the failures of unpacking named; what fails beside it is passed on as it is. */
export async function* damagedWhereZlibFails(unpacked: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* unpacked;
  } catch (error) {
    throw isOfZlib(error) ? archiveError('damaged_archive') : error;
  }
}

function isOfZlib(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && code.startsWith('Z_');
}

/** A zip without the mark of its end, which comes last: it was not sent whole. `bytes` hold its beginning and its end. */
export const isCutZip = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).toString('hex') === '504b0304' && !bytes.includes('PK\u0005\u0006', 0, 'latin1');
