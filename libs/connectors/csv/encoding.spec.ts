import { UnreadableFileError } from '../rejection.js';
import { detectEncoding } from './encoding.js';
import { readText } from './text-stream.js';

const latin = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', Buffer.from('id,name\n1,Hélène')],
    ['utf-8', Buffer.from('\ufeffid')],
    ['utf-8', Buffer.from('')],
    ['utf-8', Buffer.from('id,name\n1,Hél').subarray(0, -1 - 1)],
    // Two characters are whole and one is not: a damaged file, not another encoding.
    ['utf-8', Buffer.concat([Buffer.from('é è '), latin('é')])],
    ['windows-1252', latin('id,name\n1,Hélène')],
    ['windows-1252', Buffer.from([0x80, 0x20, 0x93, 0x94])],
    ['utf-16le', utf16('id', 'le')],
    ['utf-16be', utf16('id', 'be')],
  ])('is told: %s', (expected, sample) => {
    expect(detectEncoding(sample)).toBe(expected);
  });

  it.each([
    ['windows-1252', (text: string) => latin(text), ['read_as_windows_1252']],
    ['utf-8', (text: string) => Buffer.from(text), []],
  ] as const)('is told by the first accent, however late it comes: %s', async (_, encoded, expected) => {
    const text = `${'date;qui;type\n'.repeat(20_000)}08/03/2026;ada;Événement créé\n`;
    const notes: string[] = [];
    let read = '';
    const input = (async function* () {
      const bytes = encoded(text);
      for (let at = 0; at < bytes.length; at += 1009) yield await Promise.resolve(bytes.subarray(at, at + 1009));
    })();
    for await (const piece of readText(input, { onNote: (code) => notes.push(code) })) read += piece;
    expect(read === text).toBe(true);
    expect(notes).toEqual(expected);
  });

  it('is asked for where UTF-16 has no mark', () => {
    const sample = Buffer.from('id,name', 'utf16le');
    expect(() => detectEncoding(sample)).toThrow(UnreadableFileError);
  });
});

describe('the text of a file', () => {
  async function read(bytes: Buffer, size: number, options: Parameters<typeof readText>[1] = {}) {
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
    }
    const texts: string[] = [];
    for await (const text of readText(pieces(), options)) texts.push(text);
    return texts.join('');
  }

  it.each([1, 1000, 70_000])('is the same in pieces of %i bytes', async (size) => {
    const text = 'naïve, œuvre, 10 €\n'.repeat(size === 1 ? 3 : 5000);
    const note = jest.fn();
    expect(await read(Buffer.from(`\ufeff${text}`), size, { onNote: note })).toBe(text);
    expect(await read(utf16(text, 'le'), size, { onNote: note })).toBe(text);
    expect(await read(utf16(text, 'be'), size, { onNote: note })).toBe(text);
    expect(note).not.toHaveBeenCalled();
  });

  it('is read as Windows-1252 where it cannot be UTF-8, which is said', async () => {
    const note = jest.fn();
    const bytes = Buffer.from([0x80, 0x9c, 0xe9, 0x0a]);
    expect(await read(bytes, 1, { onNote: note })).toBe('€œé\n');
    expect(note.mock.calls).toEqual([['read_as_windows_1252']]);
    expect(await read(bytes, 1, { onNote: note, encoding: 'windows-1252' })).toBe('€œé\n');
    expect(note).toHaveBeenCalledTimes(1);
    expect(await read(Buffer.from('né', 'utf16le'), 2, { encoding: 'utf-16le' })).toBe('né');
  });
});
