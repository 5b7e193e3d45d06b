import { harmless, quoted } from '#domain/files/csv-cell.js';
import { refusalWord } from '#domain/files/refusal-words.js';
import { type Language } from '#domain/sentences/language.js';
import { type Reject } from '#storage/import/import-rejects.js';

const cell = (value: string | number | null): string => quoted(harmless(String(value ?? '')));

const heads: Record<Language, string[]> = {
  fr: ['ligne', 'identifiant', 'code', 'champ', 'motif'],
  en: ['line', 'id', 'code', 'field', 'reason'],
};

/** What a spreadsheet of that language takes for the end of a cell. */
const separators: Record<Language, string> = { fr: ';', en: ',' };

/** For people to read in their language, and for programs by the codes, which never change. */
export async function* rejectsCsv(
  batches: AsyncIterable<readonly Reject[]>,
  language: Language,
  /** In which the times of the file were declared to be written. */
  format?: string,
): AsyncGenerator<string> {
  const separator = separators[language];
  yield `\uFEFF${heads[language].join(separator)}\r\n`;
  for await (const batch of batches) {
    yield batch
      .map(({ line, id, code, field }) => [line, id, code, field, refusalWord(code, language, format)])
      .map((cells) => `${cells.map(cell).join(separator)}\r\n`)
      .join('');
  }
}
