import { type Zippable, type FlateError, strToU8, zipSync } from 'fflate/browser';

/**
 * Stands for fflate where workbooks are written in the browser: its own `zip` compresses what is large in a worker made
 * of text, which the page's security policy refuses, and then it never answers.
 */
export { strToU8, zipSync };

export function zip(files: Zippable, done: (error: FlateError | null, archive: Uint8Array) => void): void {
  done(null, zipSync(files));
}
