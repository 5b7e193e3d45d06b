import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { fileInMemory } from '../file-input.js';
import { tarGz, tarred } from '../testing/tarred.js';
import { archiveLimits } from './archive.js';
import { tarFiles } from './tar-files.js';

const small = { ...archiveLimits, ratioFrom: 1000 };
const noise = randomBytes(300_000).toString('base64');

/** Reads everything, or only the names. */
async function all(bytes: Buffer, limits = small, isRead = true): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const file of tarFiles(fileInMemory(bytes, 4099).stream(), limits)) {
    if ('leftOut' in file) {
      found.push([file.leftOut, '']);
      continue;
    }
    let text = '';
    if (isRead) for await (const piece of file.content) text += piece.toString();
    found.push([file.name, text]);
  }
  return found;
}

const code = (name: string) => ({ code: name });

describe('a tarball', () => {
  it('is read in its order, packed or not, and may be looked through', async () => {
    const files = { './a.txt': 'one', [`folder/${'n'.repeat(150)}é`]: noise, 'empty.txt': '' };
    const expected = Object.entries(files).map(([name, text]) => [name.replace('./', ''), text]);
    expect(await all(await tarred(files))).toEqual(expected);
    expect(await all(gzipSync(await tarred(files)))).toEqual(expected);
    expect((await all(await tarred(files), small, false)).map(([name]) => name)).toEqual(
      expected.map(([name]) => name),
    );
  });

  it('leaves out other archives, names that lead elsewhere or come twice, and links', async () => {
    const tar = pack();
    for (const name of ['a.zip', '../b', '/c', 'd\\..\\e', 'f', 'f', '.DS_Store']) tar.entry({ name }, 'x');
    tar.entry({ name: 'link', type: 'symlink', linkname: '/etc/passwd' });
    tar.entry({ name: 'folder', type: 'directory' });
    tar.finalize();
    const pieces: Buffer[] = [];
    for await (const piece of tar) pieces.push(Buffer.from(piece as Buffer));
    expect((await all(Buffer.concat(pieces))).map(([name]) => name)).toEqual([
      ...['nested_archive', 'unsafe_name', 'unsafe_name', 'unsafe_name', 'f', 'repeated_name'],
    ]);
  });

  it('stops at what unpacks to far more than its size, and at what is too large', async () => {
    await expect(all(await tarGz({ a: '0'.repeat(4_000_000) }), small, false)).rejects.toMatchObject(code('zip_bomb'));
    const bytes = await tarGz({ a: noise, b: noise });
    const { length } = noise;
    await expect(all(bytes, { ...small, entryBytes: length - 1 })).rejects.toMatchObject(code('archive_too_large'));
    await expect(all(bytes, { ...small, totalBytes: length })).rejects.toMatchObject(code('archive_too_large'));
    await expect(all(bytes, { ...small, entries: 1 })).rejects.toMatchObject(code('too_many_entries'));
  });

  it('is damaged wherever it is cut off, and none where it begins otherwise', async () => {
    const plain = await tarred({ a: 'one', b: noise });
    for (const length of [700, 1200, 5000, 100_100])
      await expect(all(plain.subarray(0, length))).rejects.toMatchObject(code('damaged_archive'));
    const packed = gzipSync(plain);
    for (const length of [1000, packed.length - 5])
      await expect(all(packed.subarray(0, length))).rejects.toMatchObject(code('damaged_archive'));
    for (const text of ['x', 'PK'.repeat(600), '\0'.repeat(2048)])
      await expect(all(Buffer.from(text))).rejects.toMatchObject(code('not_an_archive'));
  });

  it('passes a failure of the disk on as it is', async () => {
    const bytes = await tarred({ a: noise });
    const broken = async function* () {
      yield await Promise.resolve(bytes.subarray(0, 5000));
      throw new Error('the disk is gone');
    };
    const reading = async () => {
      for await (const file of tarFiles(broken()))
        if ('content' in file) for await (const piece of file.content) void piece;
    };
    await expect(reading()).rejects.toThrow('the disk is gone');
  });
});
