import { byteOrderMark, csvLine, dialects } from '#domain/files/csv-line.js';
import { refusalWord } from '#domain/files/refusal-words.js';
import { type Language } from '#domain/sentences/language.js';
import { type Reject } from '#storage/import/import-rejects.js';

const heads: Record<Language, string[]> = {
  fr: ['ligne', 'identifiant', 'code', 'champ', 'motif'],
  en: ['line', 'id', 'code', 'field', 'reason'],
};

/** For people to read in their language, and for programs by the codes, which never change. */
export async function* rejectsCsv(
  batches: AsyncIterable<readonly Reject[]>,
  language: Language,
  /** In which the times of the file were declared to be written. */
  format?: string,
): AsyncGenerator<string> {
  const dialect = dialects[language];
  yield byteOrderMark + csvLine(heads[language], dialect);
  for await (const batch of batches) {
    yield batch
      .map(({ line, id, code, field }) => [line, id, code, field, refusalWord(code, language, format)])
      .map((cells) => csvLine(cells, dialect))
      .join('');
  }
}
