import { type ImportItem, type RowType, type RowTypes } from '../import-item.js';
import { type Columns, type Header } from './header.js';
import { readTable, type RowReader, type TableOptions } from './table.js';
import { type ByteStream } from './text-stream.js';

/** What a line tells: a row of any type, or something that is passed over on purpose. */
export type Told = { [T in RowType]: { type: T; row: RowTypes[T] } }[RowType] | { type: 'skipped'; reason: string };

/** Reads a table whose lines tell several types of row, as exports of networks do. */
export async function* readItems(
  input: ByteStream,
  columns: Columns | ((names: readonly string[]) => Columns),
  options: TableOptions,
  readerFor: (header: Header) => RowReader<Told>,
): AsyncGenerator<ImportItem[]> {
  for await (const batch of readTable(input, columns, options, readerFor)) {
    yield batch.map((parsed): ImportItem => {
      if ('rejection' in parsed) return { type: 'rejection', rejection: parsed.rejection };
      return { line: parsed.line, ...parsed.row };
    });
  }
}
