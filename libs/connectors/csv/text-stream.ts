import { isAscii } from 'node:buffer';
import { type TextEncoding } from '#domain/files/reading.js';
import { type OnNote } from '../import-note.js';
import { UnreadableFileError } from '../rejection.js';
import { detectEncoding } from './encoding.js';

export type ByteStream = AsyncIterable<Buffer>;

export interface TextOptions {
  /** Absent = told from the beginning of the file. */
  encoding?: TextEncoding;
  onNote?: OnNote;
}

/** As much of a file as its encoding is told from. */
const sampleSize = 64 * 1024;

/** The text of a file, without its byte order mark. Bytes that are not of its encoding show as U+FFFD, for the cells to refuse. */
export async function* readText(input: ByteStream, options: TextOptions = {}): AsyncGenerator<string> {
  let decoder: Decoder | null = null;
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const bytes of input) {
    waiting.push(bytes);
    length += bytes.length;
    if (decoder === null && length < sampleSize) continue;
    const sample = Buffer.concat(waiting);
    waiting = [];
    decoder ??= decoderFor(sample, options);
    const text = decoder.decode(sample, true);
    if (text !== '') yield text;
  }
  const sample = Buffer.concat(waiting);
  decoder ??= decoderFor(sample, options);
  const last = decoder.decode(sample, false);
  if (last !== '') yield last;
}

interface Decoder {
  decode: (bytes: Buffer, isMoreToCome: boolean) => string;
}

function decoderFor(sample: Buffer, { encoding, onNote }: TextOptions): Decoder {
  const mark = sample.subarray(0, 4).toString('hex');
  if (mark === '504b0304' || mark === '504b0506' || mark.startsWith('1f8b')) {
    throw new UnreadableFileError('zipped_file', null, 'The file is compressed; unpack it first.');
  }
  if (encoding !== undefined) return decoderOf(encoding);
  const found = detectEncoding(sample.subarray(0, sampleSize));
  if (found === 'utf-8') return new UndecidedText(onNote);
  if (found === 'windows-1252') onNote?.('read_as_windows_1252');
  return decoderOf(found);
}

function decoderOf(encoding: TextEncoding): Decoder {
  if (encoding === 'windows-1252') return { decode: fromWindows1252 };
  const decoder = new TextDecoder(encoding);
  return { decode: (bytes, isMoreToCome) => decoder.decode(bytes, { stream: isMoreToCome }) };
}

/** A text that may be UTF-8 or Windows-1252: the first letter with an accent tells, and it may stand anywhere. */
class UndecidedText implements Decoder {
  private decided: Decoder | null = null;
  private held: Buffer[] = [];
  private length = 0;

  constructor(private readonly onNote: OnNote | undefined) {}

  decode(bytes: Buffer, isMoreToCome: boolean): string {
    if (this.decided) return this.decided.decode(bytes, isMoreToCome);
    if (this.length === 0 && isAscii(bytes)) return bytes.toString('latin1');
    this.held.push(bytes);
    this.length += bytes.length;
    if (isMoreToCome && this.length < sampleSize) return '';
    const text = Buffer.concat(this.held);
    this.held = [];
    const encoding = detectEncoding(text);
    if (encoding === 'windows-1252') this.onNote?.('read_as_windows_1252');
    this.decided = decoderOf(encoding);
    return this.decided.decode(text, isMoreToCome);
  }
}

/** What Windows-1252 has where Latin-1 has control characters; five of them it leaves as they are. */
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: the decoder of Node 20 takes Windows-1252 for Latin-1. */
function fromWindows1252(bytes: Buffer): string {
  const replaced = (character: string) => letters.charAt(character.charCodeAt(0) - 0x80);
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, replaced);
}
