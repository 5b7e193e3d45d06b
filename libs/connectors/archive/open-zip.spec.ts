import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type ByteStream } from '../csv/text-stream.js';
import { fileInMemory } from '../file-input.js';
import { zipped } from '../testing/zipped.js';
import { archiveLimits } from './archive.js';
import { gunzipped } from './gunzip.js';
import { openZip } from './open-zip.js';

const small = { ...archiveLimits, ratioFrom: 1000 };
const open = (bytes: Buffer, limits = small) => openZip(fileInMemory(bytes), limits);
const inLatin = (bytes: Buffer, change: (text: string) => string) =>
  Buffer.from(change(bytes.toString('latin1')), 'latin1');

async function whole(stream: ByteStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Opens an archive and reads everything in it. */
async function all(bytes: Buffer, limits = small): Promise<Record<string, string>> {
  const archive = await open(bytes, limits);
  const found: Record<string, string> = {};
  for (const { name } of archive.entries) found[name] = (await whole(archive.open(name))).toString();
  return found;
}

const noise = randomBytes(300_000).toString('base64');

describe('a zip', () => {
  it.each([true, false])('is read entry by entry, in any order (packed: %s)', async (compress) => {
    const files = { 'a.txt': 'one', 'folder/b.txt': noise, 'empty.txt': '', 'é/ü.txt': 'three' };
    const archive = await open(await zipped(files, compress));
    expect(archive.entries.map(({ name, size }) => [name, size])).toEqual(
      Object.entries(files).map(([name, text]) => [name, text.length]),
    );
    for (const [name, text] of Object.entries(files).toReversed())
      expect((await whole(archive.open(name))).toString()).toBe(text);
    // Who stops halfway leaves nothing behind.
    for await (const piece of archive.open('folder/b.txt')) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect((await whole(archive.open('a.txt'))).toString()).toBe('one');
  });

  it('leaves out other archives, names that lead elsewhere, and what systems add', async () => {
    const files = {
      'a.zip': 'x',
      'b.TAR.GZ': 'x',
      '__MACOSX/c': 'x',
      'd/.DS_Store': 'x',
      'xx/evil': 'x',
      'good/e': 'x',
    };
    const more = { 'xyz.txt': 'first', 'xyw.txt': 'second', 'C_/f': 'x', 'r/g': 'x' };
    const bytes = inLatin(await zipped({ ...files, ...more }), (text) =>
      text
        .replaceAll('xx/evil', '../evil')
        .replaceAll('good/e', 'good\\e')
        .replaceAll('xyw.txt', 'xyz.txt')
        .replaceAll('C_/f', 'C:/f')
        .replaceAll('r/g', '//g'),
    );
    const archive = await open(bytes);
    expect(archive.entries.map(({ name }) => name)).toEqual(['good/e', 'xyz.txt']);
    expect(archive.leftOut).toEqual([
      ...['nested_archive', 'nested_archive', 'unsafe_name', 'repeated_name', 'unsafe_name', 'unsafe_name'],
    ]);
    expect((await whole(archive.open('xyz.txt'))).toString()).toBe('first');
  });

  it.each([
    ['an old code page', Buffer.from([0x82, 0x61]), 'éa'],
    ['UTF-8 without its mark', Buffer.from('éa'), 'éa'],
    ['accents written apart', Buffer.from('e\u0301a'), 'éa'],
  ])('may have names in %s', async (_, raw, name) => {
    const placeholder = 'n'.repeat(raw.length);
    const bytes = inLatin(await zipped({ [placeholder]: 'x' }), (text) =>
      text
        .replaceAll(placeholder, raw.toString('latin1'))
        // Without the bit that says UTF-8: 0x0800 of the flags, in both headers.
        .replace(/(PK\u0003\u0004..).\u0008/s, '$1\u0000\u0000')
        .replace(/(PK\u0001\u0002....).\u0008/s, '$1\u0000\u0000'),
    );
    expect((await open(bytes)).entries.map((entry) => entry.name)).toEqual([name]);
  });

  it('stops at what unpacks to far more than its size, whatever it says of itself', async () => {
    const bomb = await zipped({ 'bomb.json': '0'.repeat(4_000_000) });
    const archive = await open(bomb, archiveLimits);
    let read = 0;
    const reading = async () => {
      for await (const piece of (await open(bomb)).open('bomb.json')) read += piece.length;
    };
    await expect(reading()).rejects.toMatchObject({ code: 'zip_bomb' });
    expect(read).toBeLessThan(1_500_000);
    // Small ones may be anything.
    expect(await whole(archive.open('bomb.json'))).toHaveLength(4_000_000);
  });

  it('stops at what is too large, in one entry, in all or in number', async () => {
    const files = { a: noise, b: noise };
    const bytes = await zipped(files);
    const { length } = noise;
    expect(Object.keys(await all(bytes, { ...small, entryBytes: length, totalBytes: 2 * length }))).toEqual(['a', 'b']);
    const code = (name: string) => ({ code: name });
    await expect(all(bytes, { ...small, entryBytes: length - 1 })).rejects.toMatchObject(code('archive_too_large'));
    await expect(all(bytes, { ...small, totalBytes: 2 * length - 1 })).rejects.toMatchObject(code('archive_too_large'));
    await expect(all(bytes, { ...small, entries: 1 })).rejects.toMatchObject(code('too_many_entries'));
  });

  it('is damaged wherever it is cut off', async () => {
    const bytes = await zipped({ a: 'one', b: noise });
    for (const length of [5, 100, 1000, bytes.length - 30, bytes.length - 1])
      await expect(all(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'damaged_archive' });
  });

  it.each([true, false])('is damaged where a byte is another (packed: %s)', async (compress) => {
    const bytes = await zipped({ b: noise }, compress);
    bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
    await expect(all(bytes)).rejects.toMatchObject({ code: 'damaged_archive' });
  });

  it('is refused by name where it is encrypted, packed otherwise, empty of bytes, or none', async () => {
    const bytes = await zipped({ 'a.txt': 'one' });
    const central = bytes.indexOf(Buffer.from('PK\u0001\u0002'));
    const changed = (place: number, value: number) => {
      const copy = Buffer.from(bytes);
      copy[central + place] = value;
      return copy;
    };
    await expect(all(changed(8, bytes[central + 8]! | 1))).rejects.toMatchObject({ code: 'encrypted_archive' });
    await expect(all(changed(8, bytes[central + 8]! | 0x41))).rejects.toMatchObject({ code: 'encrypted_archive' });
    await expect(all(changed(10, 12))).rejects.toMatchObject({ code: 'unsupported_compression' });
    await expect(all(Buffer.alloc(0))).rejects.toMatchObject({ code: 'empty_file' });
    await expect(all(Buffer.from('Rar!\u001a'))).rejects.toMatchObject({ code: 'not_an_archive' });
  });

  it('passes a failure of the disk on as it is', async () => {
    const bytes = await zipped({ a: noise });
    const file = fileInMemory(bytes);
    const broken = (from: number) => ({
      ...file,
      read: (position: number, length: number) =>
        position >= from ? Promise.reject(new Error('the disk is gone')) : file.read(position, length),
    });
    await expect(openZip(broken(bytes.length - 100_000))).rejects.toThrow('the disk is gone');
  });
});

describe('a file that may be gzip', () => {
  const unpack = (bytes: Buffer, piece = 3, limits = small) =>
    whole(gunzipped(fileInMemory(bytes, piece).stream(), limits));

  it('is unpacked, or passed on as it is', async () => {
    expect((await unpack(gzipSync('one\ntwo'))).toString()).toBe('one\ntwo');
    expect((await unpack(gzipSync('one\ntwo'), 1)).toString()).toBe('one\ntwo');
    for (const text of ['', 'x', 'plain']) expect((await unpack(Buffer.from(text), 1)).toString()).toBe(text);
  });

  it('is damaged where it is cut off or changed, and no larger than it may be', async () => {
    const bytes = gzipSync(noise);
    await expect(unpack(bytes.subarray(0, bytes.length - 5), 4096)).rejects.toMatchObject({ code: 'damaged_archive' });
    const changed = Buffer.from(bytes);
    changed[1000]! ^= 0xff;
    await expect(unpack(changed, 4096)).rejects.toMatchObject({ code: 'damaged_archive' });
    await expect(unpack(gzipSync('0'.repeat(5_000_000)), 512)).rejects.toMatchObject({ code: 'zip_bomb' });
    await expect(unpack(bytes, 4096, { ...small, entryBytes: 1000 })).rejects.toMatchObject({
      code: 'archive_too_large',
    });
  });
});
