import { type FileRejection, type Located, type Parsed, UnreadableFileError } from '../rejection.js';
import { type ColumnMap, type Columns, type Header, readHeader, sniffDelimiter } from './header.js';
import { type CsvRecord, RecordSplitter } from './record-splitter.js';
import { type ByteStream, readText } from './text-stream.js';

export interface TableOptions {
  map?: ColumnMap;
  /** Called once, before the first row. */
  onHeader?: (header: Header) => void;
}

/** Why a record gives no row; the line is added by the table. */
export type Refusal = Omit<FileRejection, 'line'>;

/** Turns the cells of a record into a row. */
export type RowReader<T> = (cells: readonly string[]) => { row: T } | { refusal: Refusal };

const batchSize = 2000;

/** Reads a file with a header line, row by row, in batches of about two thousand. */
export async function* readTable<T>(
  input: ByteStream,
  columns: Columns,
  options: TableOptions,
  readerFor: (header: Header) => RowReader<T>,
): AsyncGenerator<Parsed<T>[]> {
  let header: Header | null = null;
  let read: RowReader<T> | null = null;
  let batch: Parsed<T>[] = [];
  for await (const records of readRecords(input)) {
    for (const record of records) {
      if (header === null || read === null) {
        if (record.cells === null)
          throw new UnreadableFileError('missing_column', null, 'The header line has a stray quote.');
        header = readHeader(record.cells, columns, options.map);
        options.onHeader?.(header);
        read = readerFor(header);
        continue;
      }
      if (isBlank(record)) continue;
      batch.push(readRow(record, header, read));
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
  }
  if (header === null) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
  if (batch.length > 0) yield batch;
}

async function* readRecords(input: ByteStream): AsyncGenerator<CsvRecord[]> {
  let splitter: RecordSplitter | null = null;
  let opening = '';
  for await (const text of readText(input)) {
    if (splitter !== null) {
      yield splitter.push(text);
      continue;
    }
    opening += text;
    // The delimiter is known once the header line is whole; a header without end is cut short by the splitter.
    if (/\S[^\n]*\n/.test(opening) || opening.length > 1 << 20) {
      splitter = new RecordSplitter(sniffDelimiter(opening.trimStart().split('\n', 1)[0] ?? ''));
      yield splitter.push(opening);
    }
  }
  if (splitter === null) {
    splitter = new RecordSplitter(sniffDelimiter(opening));
    yield splitter.push(opening);
  }
  yield splitter.end();
}

function readRow<T>({ line, cells }: CsvRecord, header: Header, read: RowReader<T>): Parsed<T> {
  if (cells === null) {
    return refuse(line, {
      id: null,
      code: 'bad_quote',
      field: null,
      message: 'A quote is not closed or out of place.',
    });
  }
  if (cells.length !== header.width && !hasOnlyEmptyCellsMore(cells, header.width)) {
    const message = `The line has ${cells.length} cells, the header ${header.width}.`;
    return refuse(line, { id: null, code: 'wrong_column_count', field: null, message });
  }
  const result = read(cells);
  if ('refusal' in result) return refuse(line, result.refusal);
  const located: Located<T> = { line, row: result.row };
  return located;
}

function refuse(line: number, { id, code, field, message }: Refusal): { rejection: FileRejection } {
  return { rejection: { line, id, code, field, message } };
}

/** Spreadsheets leave lines of nothing but delimiters behind. */
function isBlank({ cells }: CsvRecord): boolean {
  return cells !== null && cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '');
}

/** Spreadsheets add empty cells at the end of lines. */
function hasOnlyEmptyCellsMore(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every((cell) => cell === '');
}
