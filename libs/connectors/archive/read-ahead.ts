import { type FileInput } from '../file-input.js';

const ahead = 256 * 1024;

/** Reads of a file at many places side by side, as an archive needs them: a small one brings what follows it along. */
export function readingAhead(file: FileInput): FileInput['read'] {
  let kept: { position: number; bytes: Buffer } = { position: 0, bytes: Buffer.alloc(0) };
  return async (position, length) => {
    const start = position - kept.position;
    if (start >= 0 && start + length <= kept.bytes.length) return kept.bytes.subarray(start, start + length);
    const bytes = await file.read(position, Math.max(length, ahead));
    kept = { position, bytes };
    return bytes.subarray(0, length);
  };
}
