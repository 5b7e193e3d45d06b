import { UnreadableFileError } from '../rejection.js';
import { readRecords } from '../csv/table.js';
import { type ByteStream, type TextOptions } from '../csv/text-stream.js';
import { isKeepableName } from '../stream/name-table.js';

/** A column of more different words than these is none of kinds: no further ones are told apart. */
const mostDifferent = 10_000;
export const mostWords = 100;

export interface ColumnWords {
  /** With the number of lines that have it, the most frequent first; nothing that could be an address of somebody. */
  words: { word: string; times: number }[];
  /** Different ones beyond those. */
  others: number;
}

/** The words of one column of a table, all of them as far as they are vocabulary; empty where there is no such column. */
export async function wordsOfColumn(input: ByteStream, column: string, options: TextOptions): Promise<ColumnWords> {
  const times = new Map<string, number>();
  let place: number | null = null;
  try {
    for await (const records of readRecords(input, options)) {
      for (const { cells } of records) {
        if (place === null) {
          place = (cells ?? []).findIndex((cell) => folded(cell) === folded(column));
          continue;
        }
        const word = cells?.[place]?.trim() ?? '';
        if (!isKeepableName(word) || (times.size >= mostDifferent && !times.has(word))) continue;
        times.set(word, (times.get(word) ?? 0) + 1);
      }
      if (place === -1) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
  }
  const words = [...times].map(([word, n]) => ({ word, times: n })).sort((a, b) => b.times - a.times);
  return { words: words.slice(0, mostWords), others: Math.max(0, words.length - mostWords) };
}

const folded = (name: string) => name.trim().toLowerCase();
