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
