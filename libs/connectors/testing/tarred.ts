import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

/** A tarball of texts by their names, in that order. */
export async function tarred(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, Buffer.from(content));
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar) pieces.push(Buffer.from(piece as Buffer));
  return Buffer.concat(pieces);
}

export const tarGz = async (files: Readonly<Record<string, string | Buffer>>) => gzipSync(await tarred(files));
