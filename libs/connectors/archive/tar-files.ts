import { pipeline, Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { type ByteStream } from '../csv/text-stream.js';
import { UnreadableFileError } from '../rejection.js';
import { archiveError, archiveLimits, type ArchiveLimits, type LeftOutReason, sortName } from './archive.js';
import { gunzipped } from './gunzip.js';
import { UnpackedBytes } from './unpacked-bytes.js';

/** One file of a tarball, to be read before the next is asked for, or why it is left out. */
type TarFile = { name: string; content: ByteStream } | { leftOut: LeftOutReason };

const isFile = (type: string | null | undefined) => type === 'file' || type === 'contiguous-file';

/**
 * The files of a tarball, gzip or not, in the order in which they come: it has no directory, and is read again for
 * every pass. What nobody reads of a file is passed over. Throws UnreadableFileError, also halfway.
 */
export async function* tarFiles(input: ByteStream, limits: ArchiveLimits = archiveLimits): AsyncGenerator<TarFile> {
  const entries = extract();
  let fault: { error: unknown } | null = null;
  const fed = async function* () {
    try {
      // To gzip all files are one.
      yield* gunzipped(input, { ...limits, entryBytes: limits.totalBytes });
    } catch (error) {
      fault = { error };
      throw error;
    }
  };
  pipeline(Readable.from(fed()), entries, () => undefined);
  const unpacked = new UnpackedBytes(limits, Infinity);
  const contentOf = async function* (entry: AsyncIterable<Buffer>) {
    try {
      yield* unpacked.of(entry, () => Infinity);
    } catch (error) {
      throw whatWentWrong(fault, error, count);
    }
  };
  const known = new Map<string, null>();
  let count = 0;
  try {
    for await (const entry of entries) {
      if (++count > limits.entries) throw archiveError('too_many_entries');
      const name = entry.header.name.replace(/^(\.\/)+/, '');
      const sorted = isFile(entry.header.type) ? sortName(name, known) : null;
      if (typeof sorted === 'string') yield { leftOut: sorted };
      else if (sorted !== null) {
        known.set(sorted.name, null);
        yield { name: sorted.name, content: contentOf(entry as AsyncIterable<Buffer>) };
      }
      entry.resume();
    }
  } catch (error) {
    throw whatWentWrong(fault, error, count);
  }
  if (count === 0) throw archiveError('not_an_archive');
}

/** What fails in unpacking or on the disk is told as it is; all else is a header that is none, or the end too early. */
function whatWentWrong(fault: { error: unknown } | null, error: unknown, count: number): unknown {
  if (fault !== null) return fault.error;
  if (error instanceof UnreadableFileError) return error;
  return archiveError(count === 0 ? 'not_an_archive' : 'damaged_archive');
}
