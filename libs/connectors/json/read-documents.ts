import { type ByteStream } from '../csv/text-stream.js';
import { UnreadableFileError } from '../rejection.js';
import { readLines } from './read-lines.js';

/** `value` is undefined where the line is no JSON. */
export interface JsonDocument {
  line: number;
  value: unknown;
}

/** A document over many lines has to be read whole; pages of an API are far smaller. */
const longestDocument = 64 * 1024 * 1024;

/** The JSON documents of a file: one a line, or a single one laid out over many. */
export async function* readDocuments(input: ByteStream): AsyncGenerator<JsonDocument> {
  let isByLine: boolean | null = null;
  let waiting: { line: number; text: string }[] = [];
  let length = 0;
  for await (const { line, text } of readLines(input)) {
    isByLine ??= parsed(text) !== undefined;
    if (isByLine) {
      yield { line, value: parsed(text) };
      continue;
    }
    waiting.push({ line, text });
    length += text.length;
    if (length > longestDocument) {
      throw new UnreadableFileError('document_too_large', null, 'A document over many lines is larger than 64 MB.');
    }
  }
  if (waiting.length === 0) return;
  const whole = parsed(waiting.map(({ text }) => text).join('\n'));
  if (whole === undefined) yield* waiting.map(({ line, text }) => ({ line, value: parsed(text) }));
  else yield { line: 1, value: whole };
  waiting = [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
