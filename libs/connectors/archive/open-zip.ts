import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type ByteStream } from '../csv/text-stream.js';
import { type FileInput } from '../file-input.js';
import { UnreadableFileError } from '../rejection.js';
import {
  type Archive,
  archiveError,
  archiveLimits,
  type ArchiveLimits,
  type LeftOutReason,
  sortName,
} from './archive.js';
import { damagedWhereZlibFails } from './damage.js';
import { readingAhead } from './read-ahead.js';
import { UnpackedBytes } from './unpacked-bytes.js';
import { type IndexedEntry, readZipIndex } from './zip-index.js';

/** Opens a zip without unpacking anything. Throws UnreadableFileError. */
export async function openZip(file: FileInput, limits: ArchiveLimits = archiveLimits): Promise<Archive> {
  const read = readingAhead(file);
  const mark = await read(0, 4);
  if (mark.length === 0) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
  // The second is the mark of a zip that is empty.
  if (file.size === null || !['504b0304', '504b0506'].includes(mark.toString('hex')))
    throw archiveError('not_an_archive');
  const leftOut: LeftOutReason[] = [];
  const entries = new Map<string, IndexedEntry>();
  for (const entry of await readZipIndex(read, file.size, limits)) {
    const sorted = sortName(entry.name, entries);
    if (typeof sorted === 'string') leftOut.push(sorted);
    else if (sorted !== null) entries.set(sorted.name, entry);
  }
  const unpacked = new UnpackedBytes(limits, file.size);
  return {
    entries: [...entries].map(([name, { size }]) => ({ name, size })),
    leftOut,
    open(name) {
      const entry = entries.get(name);
      if (!entry) throw new Error(`there is no ${name} in the archive`);
      return checked(
        unpacked.of(contentOf(read, entry), () => entry.packedBytes),
        entry,
      );
    },
  };
}

async function* contentOf(read: FileInput['read'], entry: IndexedEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(read, entry);
  if (entry.method === 0) yield* packed;
  else if (entry.method !== 8) throw archiveError('unsupported_compression');
  else yield* damagedWhereZlibFails(pipeline(Readable.from(packed), createInflateRaw(), () => undefined));
}

const pieceSize = 64 * 1024;

/** Each entry has a short header of its own, whose length only it tells. */
async function* packedBytes(
  read: FileInput['read'],
  { position, packedBytes: length }: IndexedEntry,
): AsyncGenerator<Buffer> {
  const header = await read(position, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw archiveError('damaged_archive');
  const start = position + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  for (let at = 0; at < length;) {
    const bytes = await read(start + at, Math.min(pieceSize, length - at));
    if (bytes.length === 0) throw archiveError('damaged_archive');
    yield bytes;
    at += bytes.length;
  }
}

/** An entry that is not what the directory says of it was changed on its way. */
async function* checked(content: ByteStream, { size, crc }: IndexedEntry): AsyncGenerator<Buffer> {
  let length = 0;
  let sum = 0;
  for await (const bytes of content) {
    length += bytes.length;
    sum = crc32(bytes, sum);
    yield bytes;
  }
  if (length !== size || sum !== crc) throw archiveError('damaged_archive');
}
