import { type Entry, fromRandomAccessReader, getFileNameLowLevel, RandomAccessReader, type ZipFile } from 'yauzl';
import { type FileInput } from '../file-input.js';
import { archiveError, type ArchiveLimits } from './archive.js';

/** One file of a zip, as the directory at its end says. */
export interface IndexedEntry {
  name: string;
  size: number;
  packedBytes: number;
  /** Where its own header begins. */
  position: number;
  /** 0 = as it is, 8 = deflated; nothing else can be read. */
  method: number;
  crc: number;
}

/** Reads the directory of a zip. Throws UnreadableFileError; a failure of the file itself is passed on as it is. */
export async function readZipIndex(
  read: FileInput['read'],
  size: number,
  limits: ArchiveLimits,
): Promise<IndexedEntry[]> {
  const reader = new ReaderAtPlaces(read);
  try {
    return await entriesOf(await openIndex(reader, size), limits);
  } catch (error) {
    if (reader.failure !== null) throw reader.failure;
    throw error;
  }
}

/** Hands the reads of yauzl on, and keeps what went wrong outside the archive apart from what is wrong with it. */
class ReaderAtPlaces extends RandomAccessReader {
  failure: Error | null = null;

  constructor(private readonly readAt: FileInput['read']) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null, count?: number) => void,
  ): void {
    this.readAt(position, length).then(
      (bytes) => done(null, bytes.copy(buffer, offset)),
      (error: Error) => {
        this.failure = error;
        done(error);
      },
    );
  }
}

function openIndex(reader: RandomAccessReader, size: number): Promise<ZipFile> {
  // Names stay bytes: one that is odd must not keep the others from being read.
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, options, (error, zip) => {
      if (error) reject(archiveError('damaged_archive'));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile, limits: ArchiveLimits): Promise<IndexedEntry[]> {
  return new Promise((resolve, reject) => {
    const found: IndexedEntry[] = [];
    zip.on('error', (error: Error) =>
      reject(archiveError(/encrypt/.test(error.message) ? 'encrypted_archive' : 'damaged_archive')),
    );
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) return reject(archiveError('encrypted_archive'));
      found.push(indexed(entry));
      if (found.length > limits.entries) return reject(archiveError('too_many_entries'));
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function indexed(entry: Entry): IndexedEntry {
  const { uncompressedSize, compressedSize, relativeOffsetOfLocalHeader, compressionMethod, crc32 } = entry;
  return {
    name: nameOf(entry),
    size: uncompressedSize,
    packedBytes: compressedSize,
    position: relativeOffsetOfLocalHeader,
    method: compressionMethod,
    crc: crc32,
  };
}

/** Names without the mark of UTF-8 are of an old code page, says the standard; some systems write UTF-8 all the same. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const isMarked = (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);
  if (!isMarked) {
    const name = fileNameRaw.toString('utf8');
    if (!name.includes('\uFFFD')) return name;
  }
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}
