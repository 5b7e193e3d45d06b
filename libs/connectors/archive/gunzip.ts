import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type ByteStream } from '../csv/text-stream.js';
import { archiveLimits, type ArchiveLimits } from './archive.js';
import { damagedWhereZlibFails } from './damage.js';
import { UnpackedBytes } from './unpacked-bytes.js';

/** The bytes of a file, unpacked where it is gzip. Throws UnreadableFileError halfway. */
export async function* gunzipped(input: ByteStream, limits: ArchiveLimits = archiveLimits): AsyncGenerator<Buffer> {
  const pieces = input[Symbol.asyncIterator]();
  let opening = Buffer.alloc(0);
  let next = await pieces.next();
  for (; !next.done; next = await pieces.next()) {
    opening = Buffer.concat([opening, next.value]);
    if (opening.length >= 2) break;
  }
  let packed = 0;
  const whole = async function* () {
    packed += opening.length;
    yield opening;
    for (next = await pieces.next(); !next.done; next = await pieces.next()) {
      packed += next.value.length;
      yield next.value;
    }
  };
  if (opening.toString('hex', 0, 2) !== '1f8b') {
    yield* whole();
    return;
  }
  const unpacked = pipeline(Readable.from(whole()), createGunzip(), () => undefined);
  // What the file weighs in the end is not known while it comes.
  yield* new UnpackedBytes(limits, Infinity).of(damagedWhereZlibFails(unpacked), () => packed);
}
