import { refuse } from './ingest-problem.js';

/** Deeper than anything that is sent in earnest; reading a million levels takes seconds. */
const mostLevels = 200;

const [quote, backslash, openList, closeList, openObject, closeObject] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** The JSON document that a body is, in UTF-8, or undefined, which JSON does not have. Throws a problem for one that is too deep. */
export function parseBody(body: Buffer): unknown {
  if (isTooDeep(body)) throw refuse.tooDeep();
  return parseJson(textIn(body));
}

/** Without the mark that some editors put in front. */
export function textIn(body: Buffer): string {
  return body.toString('utf8').replace(/^\uFEFF/, '');
}

/** Whether there is nothing in it. */
export function isBlank(body: Buffer): boolean {
  return body.length < 100 && textIn(body).trim() === '';
}

/** JSON has no undefined: it stands for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether lists and objects lie deeper in each other than may be; of what is not JSON it says anything. */
function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (byte === quote) {
      index = endOfText(body, index);
    } else if (byte === openList || byte === openObject) {
      if (++depth > mostLevels) return true;
    } else if (byte === closeList || byte === closeObject) {
      depth--;
    }
  }
  return false;
}

/** Where a text ends that begins here: its last quote, or the end of everything. */
function endOfText(body: Buffer, start: number): number {
  let end = start + 1;
  for (; end < body.length; end++) {
    const byte = body[end];
    if (byte === quote) return end;
    if (byte === backslash) end++;
  }
  return end;
}
