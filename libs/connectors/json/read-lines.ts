import { readText, type ByteStream } from '../csv/text-stream.js';
import { type Fields, fieldsOf } from './fields.js';
import { UnreadableFileError } from '../rejection.js';

/** A post with thousands of replies may be one line; more than this is no export. */
const longestLine = 64 * 1024 * 1024;

/** The lines of a text file, counted from 1; empty ones are passed over. */
export async function* readLines(input: ByteStream): AsyncGenerator<{ line: number; text: string }> {
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  for await (const text of readText(input)) {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      parts.push(text.slice(start, end));
      const whole = parts.join('').trim();
      if (whole !== '') yield { line, text: whole };
      parts = [];
      length = 0;
      line++;
      start = end + 1;
    }
    parts.push(text.slice(start));
    length += text.length - start;
    if (length > longestLine) throw new UnreadableFileError('line_too_long', null, `Line ${line} is too long.`);
  }
  const last = parts.join('').trim();
  if (last !== '') yield { line, text: last };
}

/** The object that a text of JSON is; null where it is none. */
export function parseFields(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
