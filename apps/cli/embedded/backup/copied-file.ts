import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';

const piece = 1024 * 1024;

/** Copies what the file holds now, to the disk; null where there is none any more. */
export async function copyFile(from: string, to: string): Promise<{ bytes: number; sha256: string } | null> {
  const source = await open(from, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!source) return null;
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const copied = await pour(source, target);
      await target.sync();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function pour(source: FileHandle, target: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(piece);
  for (let bytes = 0; ;) {
    const { bytesRead } = await source.read(buffer, 0, piece, bytes);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    const read = buffer.subarray(0, bytesRead);
    hash.update(read);
    await target.write(read);
    bytes += bytesRead;
  }
}

/** The whole file or the one before, whatever happens meanwhile. */
export async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const draft = `${path}.draft`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** Null where there is none, or none that is whole. */
export async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
