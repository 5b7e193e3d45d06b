import { type DateFormat } from '#domain/files/reading.js';
import { LocalClock } from '../event/local-clock.js';
import { type FileRejection, type Parsed, UnreadableFileError } from '../rejection.js';
import { type ColumnMap, type Columns, type Header, readHeader, sniffDelimiter } from './header.js';
import { type CsvRecord, RecordSplitter } from './record-splitter.js';
import { type ByteStream, readText, type TextOptions } from './text-stream.js';
import { isTimezone } from '#domain/calendar/timezone.js';

export interface TableOptions extends TextOptions {
  map?: ColumnMap;
  /** Canonical column → its value in every row; the file need not have such a column. */
  fixed?: Readonly<Record<string, string>>;
  /** How instants and days are written where they are not ISO 8601. */
  dateFormat?: DateFormat;
  /** The IANA zone of instants without an offset. */
  zone?: string;
  /** Called once, before the first row. */
  onHeader?: (header: Header) => void;
}

/** Null for a file that declares nothing of how it writes times. Throws UnreadableFileError. */
export function clockOf({ dateFormat, zone, onNote }: TableOptions): LocalClock | null {
  if (zone !== undefined && !isTimezone(zone)) {
    throw new UnreadableFileError(
      'unknown_zone',
      null,
      `"${zone}" is not the name of a time zone, such as Europe/Paris.`,
    );
  }
  if (dateFormat === undefined && zone === undefined) return null;
  return new LocalClock(dateFormat ?? null, zone ?? null, () => onNote?.('doubled_local_time'));
}

/** Why a record gives no row; the line is added by the table. */
export type Refusal = Omit<FileRejection, 'line'>;

/** Turns the cells of a record into a row, or into the rows that it tells together. */
export type RowReader<T> = (cells: readonly string[]) => { row: T } | { rows: readonly T[] } | { refusal: Refusal };

const batchSize = 2000;

/**
 * Reads a file with a header line, row by row, in batches of about two thousand. Where the header tells what the file
 * is, the columns are chosen by its names (in small letters).
 */
export async function* readTable<T>(
  input: ByteStream,
  columns: Columns | ((names: readonly string[]) => Columns),
  options: TableOptions,
  readerFor: (header: Header) => RowReader<T>,
): AsyncGenerator<Parsed<T>[]> {
  let header: Header | null = null;
  let read: RowReader<T> | null = null;
  let batch: Parsed<T>[] = [];
  const fixed = Object.entries(options.fixed ?? {});
  const values = fixed.map(([, value]) => value);
  for await (const records of readRecords(input, options)) {
    for (const record of records) {
      if (header === null || read === null) {
        if (record.cells === null)
          throw new UnreadableFileError('missing_column', null, 'The header line has a stray quote.');
        const wanted = typeof columns === 'function' ? columns(record.cells.map(nameOf)) : columns;
        header = readHeader(
          record.cells,
          wanted,
          options.map,
          fixed.map(([column]) => column),
        );
        options.onHeader?.(header);
        read = readerFor(header);
        continue;
      }
      if (isBlank(record)) continue;
      batch.push(...readRow(record, header, read, values));
      if (batch.length >= batchSize) {
        yield batch;
        batch = [];
      }
    }
  }
  if (header === null) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
  if (batch.length > 0) yield batch;
}

/** The records of a table, its header line among them. `delimiter`: where it is not to be found out from the first line. */
export async function* readRecords(
  input: ByteStream,
  options: TextOptions,
  delimiter?: string,
): AsyncGenerator<CsvRecord[]> {
  let splitter: RecordSplitter | null = null;
  let opening = '';
  let isBegun = false;
  for await (const text of withLineFeeds(readText(input, options))) {
    if (splitter !== null) {
      yield splitter.push(text);
      continue;
    }
    opening += text;
    const start: number = isBegun ? 0 : text.search(/\S/);
    isBegun ||= start >= 0;
    // The delimiter is known once the header line is whole; a header without end is cut short by the splitter.
    if ((isBegun && text.includes('\n', start)) || opening.length > 1 << 20) {
      splitter = splitterFor(opening, delimiter);
      yield splitter.push(opening.replace(separatorLine, '\n'));
    }
  }
  if (splitter === null) {
    splitter = splitterFor(opening, delimiter);
    yield splitter.push(opening.replace(separatorLine, '\n'));
  }
  yield splitter.end();
}

/** A first line by which spreadsheets tell one another the delimiter. */
const separatorLine = /^sep=([,;\t])\n/i;

function splitterFor(opening: string, given: string | undefined): RecordSplitter {
  const told = separatorLine.exec(opening)?.[1] ?? given;
  return new RecordSplitter(told ?? sniffDelimiter(opening.trimStart().split('\n', 1)[0] ?? ''));
}

/** Every line end as a line feed, be it written as on old or on present systems, or both in one file. */
async function* withLineFeeds(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of texts) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    const whole = held === '' ? text : text.slice(0, -1);
    yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }
  if (held !== '') yield '\n';
}

function readRow<T>(
  { line, cells, problem }: CsvRecord,
  header: Header,
  read: RowReader<T>,
  fixed: readonly string[],
): Parsed<T>[] {
  if (cells === null) {
    const refusal = problem === 'line_too_long' ? tooLong : badQuote;
    return [refuse(line, { id: null, field: null, ...refusal })];
  }
  if (cells.length !== header.width && !hasOnlyEmptyCellsMore(cells, header.width)) {
    const message = `The line has ${cells.length} cells, the header ${header.width}.`;
    return [refuse(line, { id: null, code: 'wrong_column_count', field: null, message })];
  }
  const result = read(fixed.length === 0 ? cells : [...cells.slice(0, header.width), ...fixed]);
  if ('refusal' in result) return [refuse(line, result.refusal)];
  return 'row' in result ? [{ line, row: result.row }] : result.rows.map((row) => ({ line, row }));
}

const badQuote = { code: 'bad_quote', message: 'A quote is not closed or out of place.' };
const tooLong = { code: 'line_too_long', message: 'The line is longer than a million characters.' };

const nameOf = (cell: string): string => cell.trim().toLowerCase();

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
