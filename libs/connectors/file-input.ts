import { type ByteStream } from './csv/text-stream.js';

/** A file that somebody handed in, wherever it lies: from its start, as often as needed, or at any place. */
export interface FileInput {
  /** In bytes; null where it is known at the end only, and the file cannot be read at a place. */
  readonly size: number | null;
  /** Each call begins at the start. */
  stream(): ByteStream;
  /** The `length` bytes at `position`; fewer where the file ends before. */
  read(position: number, length: number): Promise<Buffer>;
}

const pieceSize = 64 * 1024;

/** A file that is in memory, given in pieces as files come. */
export function fileInMemory(bytes: Buffer, piece = pieceSize): FileInput {
  return {
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
    },
    read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
  };
}
