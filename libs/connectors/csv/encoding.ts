import { isUtf8 } from 'node:buffer';
import { type TextEncoding } from '#domain/files/reading.js';
import { UnreadableFileError } from '../rejection.js';

/**
 * How the text of a file is encoded, told from its beginning: by its mark, else UTF-8 if it can be that. Where more is
 * not UTF-8 than is, it is Windows-1252; a file that is mostly UTF-8 is damaged, and stays so for its cells to be refused.
 */
export function detectEncoding(sample: Buffer): TextEncoding {
  const mark = sample.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  if (hasManyNuls(sample)) {
    throw new UnreadableFileError(
      'unsupported_encoding',
      null,
      'The file looks like UTF-16 without its mark; say its encoding, or save it as UTF-8.',
    );
  }
  return isUtf8(withoutCutCharacter(sample)) || isMostlyUtf8(sample) ? 'utf-8' : 'windows-1252';
}

function hasManyNuls(sample: Buffer): boolean {
  let nuls = 0;
  for (const byte of sample) if (byte === 0) nuls++;
  return nuls > sample.length / 4;
}

/** The sample may end within a character; its continuation bytes are at most three. */
function withoutCutCharacter(sample: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, sample.length); back++) {
    const byte = sample[sample.length - back] ?? 0;
    if (byte < 0x80) return sample;
    if (byte >= 0xc0) return sample.subarray(0, sample.length - back);
  }
  return sample;
}

function isMostlyUtf8(sample: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  for (const character of new TextDecoder('utf-8').decode(sample, { stream: true })) {
    if (character === '\ufffd') broken++;
    else if (character > '\u007f') whole++;
  }
  return whole >= broken;
}
