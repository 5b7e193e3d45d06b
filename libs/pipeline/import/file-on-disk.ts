import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { type FileInput } from '#connectors/file-input.js';

const pieceSize = 256 * 1024;

/** Uses a file of the disk, which is closed again afterwards. A pipe has no size, and can only be read as it comes. */
export async function withFileOnDisk<T>(path: string, use: (file: FileInput) => Promise<T>): Promise<T> {
  const found = await stat(path);
  const opened: Promise<FileHandle>[] = [];
  const file: FileInput = {
    size: found.isFile() ? found.size : null,
    stream: () => createReadStream(path, { highWaterMark: pieceSize }) as AsyncIterable<Buffer>,
    async read(position, length) {
      const handle = (opened[0] ??= open(path));
      return readWhole(await handle, position, length);
    },
  };
  try {
    return await use(file);
  } finally {
    for (const handle of opened) await (await handle).close();
  }
}

/** One call may give less than was asked for, though the file goes on. */
async function readWhole(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
