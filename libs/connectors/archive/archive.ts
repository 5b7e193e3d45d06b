import { type ByteStream } from '../csv/text-stream.js';
import { type UnreadableFileCode, UnreadableFileError } from '../rejection.js';

export interface ArchiveEntry {
  /** With `/` between folders and nothing before the first; accents are composed, as other systems write them. */
  name: string;
  /** In bytes, unpacked, as the archive says. */
  size: number;
}

/** Why a file of an archive is not among its entries. */
export type LeftOutReason = 'nested_archive' | 'unsafe_name' | 'repeated_name';

/** A packed file, of which nothing is ever written to the disk. */
export interface Archive {
  /** Without folders and what systems add of their own, in the order of the archive. */
  readonly entries: readonly ArchiveEntry[];
  readonly leftOut: readonly LeftOutReason[];
  /** What is in one entry, unpacked as it is read. Throws UnreadableFileError, also halfway. */
  open(name: string): ByteStream;
}

/** What nobody exports, and what reading it would cost is unbounded without. */
export interface ArchiveLimits {
  entries: number;
  /** Bytes of one entry, unpacked. */
  entryBytes: number;
  /** Bytes of all that is read of an archive, unpacked. */
  totalBytes: number;
  /** Times that unpacked bytes may outweigh packed ones, once they are more than `ratioFrom`. JSON packs 10 to 50 times. */
  ratio: number;
  ratioFrom: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 200_000,
  entryBytes: 4 * 2 ** 30,
  totalBytes: 20 * 2 ** 30,
  ratio: 200,
  ratioFrom: 16 * 2 ** 20,
};

const ofSystems = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
const packed = /\.(zip|gz|tgz|tar|bz2|tbz2?|xz|txz|zst|7z|rar|jar|cab|lz4?|lzma)$/i;

/** Sorts names into those that are read, those that are left out, and folders (null). */
export function sortName(name: string, known: ReadonlyMap<string, unknown>): { name: string } | LeftOutReason | null {
  const plain = name.replaceAll('\\', '/').normalize('NFC');
  if (plain === '' || plain.endsWith('/') || ofSystems.test(plain)) return null;
  const isOutside = plain.startsWith('/') || /^[a-z]:/i.test(plain) || plain.split('/').includes('..');
  if (isOutside || plain.includes('\0')) return 'unsafe_name';
  if (packed.test(plain)) return 'nested_archive';
  return known.has(plain) ? 'repeated_name' : { name: plain };
}

const messages = {
  damaged_archive: 'The archive is damaged or was cut off: fetch it again.',
  encrypted_archive: 'The archive is protected by a password: pack it without one.',
  too_many_entries: 'The archive holds more files than any export does.',
  archive_too_large: 'Unpacked, the archive is larger than can be read.',
  zip_bomb: 'The archive unpacks to far more than its size: it is no export.',
  unsupported_compression: 'The archive is packed in a way that cannot be read: pack it as an ordinary zip.',
  not_an_archive: 'The file is no archive, or not of the kind that this format is.',
} satisfies Partial<Record<UnreadableFileCode, string>>;

/** Nothing of what the archive holds is told. */
export function archiveError(code: keyof typeof messages): UnreadableFileError {
  return new UnreadableFileError(code, null, messages[code]);
}
