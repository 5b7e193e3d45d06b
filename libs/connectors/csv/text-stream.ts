import { UnreadableFileError } from '../rejection.js';

export type ByteStream = AsyncIterable<Buffer>;

/** The text of a UTF-8 file, without its byte order mark. Bytes that are not UTF-8 show as U+FFFD, for the cells to refuse. */
export async function* readText(input: ByteStream): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let isFirst = true;
  for await (const bytes of input) {
    if (isFirst && bytes.length > 0) refuseOtherFormats(bytes);
    isFirst = isFirst && bytes.length === 0;
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}

function refuseOtherFormats(bytes: Buffer): void {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    throw new UnreadableFileError('unsupported_encoding', null, 'The file is UTF-16; save it as UTF-8.');
  }
  if (mark === '504b' || mark === '1f8b') {
    throw new UnreadableFileError('zipped_file', null, 'The file is compressed; unpack it first.');
  }
}
