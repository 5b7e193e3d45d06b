import { hash } from 'node:crypto';
import { type FileInput } from './file-input.js';

/** Bytes of either end of a file by which it is known again. */
const endSize = 64 * 1024;

/** Parts of a file by which it is known again: its beginning, and the end of what comes behind that. */
interface Ends {
  size: number;
  /** Its first 64 KB; what is longer is cut. */
  head: Buffer;
  /** The last 64 KB of the rest; empty where there is none. */
  tail: Buffer;
}

/** 32 bytes that two files share where their size and both their ends are the same: reading all of a large one twice costs. */
export function contentDigest({ size, head, tail }: Ends): Buffer {
  const parts = [Buffer.from(`${size}\n`), head.subarray(0, endSize), tail.subarray(-endSize)];
  return hash('sha256', Buffer.concat(parts), 'buffer');
}

/** The same of a whole file; null where its size is known at its end only. */
export async function digestOf(file: FileInput): Promise<Buffer | null> {
  const { size } = file;
  if (size === null) return null;
  const from = Math.max(endSize, size - endSize);
  const tail = from < size ? await file.read(from, size - from) : Buffer.alloc(0);
  return contentDigest({ size, head: await file.read(0, endSize), tail });
}
