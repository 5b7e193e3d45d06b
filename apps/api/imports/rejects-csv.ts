import { byteOrderMark, csvLine, dialects } from '#domain/files/csv-line.js';
import { refusalWord } from '#domain/files/refusal-words.js';
import { type Language } from '#domain/sentences/language.js';
import { type Reject } from '#storage/import/import-rejects.js';

const heads = {
  fr: { line: 'ligne', id: 'identifiant', code: 'code', field: 'champ', reason: 'motif' },
  en: { line: 'line', id: 'id', code: 'code', field: 'field', reason: 'reason' },
} satisfies Record<Language, Record<string, string>>;

interface Shown {
  language: Language;
  /** In which the times of the file were declared to be written. */
  format: string | undefined;
  /** Columns that hold something in any line; the others are left out. */
  tells: { id: boolean; field: boolean };
}

/** For people to read in their language, and for programs by the codes, which never change. */
export async function* rejectsCsv(
  batches: AsyncIterable<readonly Reject[]>,
  { language, format, tells }: Shown,
): AsyncGenerator<string> {
  const dialect = dialects[language];
  const columns = (['line', 'id', 'code', 'field', 'reason'] as const).filter(
    (column) => (column !== 'id' && column !== 'field') || tells[column],
  );
  yield (
    byteOrderMark +
      csvLine(
        columns.map((column) => heads[language][column]),
        dialect,
      )
  );
  for await (const batch of batches) {
    yield batch
      .map((reject) => ({ ...reject, reason: refusalWord(reject.code, language, format) }))
      .map((told) =>
        csvLine(
          columns.map((column) => told[column]),
          dialect,
        ),
      )
      .join('');
  }
}
