import { type Parsed } from '../rejection.js';
import { CellError } from './cell-error.js';
import { CellReader } from './cell-reader.js';
import { type Columns } from './header.js';
import { clockOf, readTable, type TableOptions } from './table.js';
import { type ByteStream } from './text-stream.js';

/** Rows of a canonical file one by one; a line that cannot be one is named by its first needed column. */
export async function* readRows<T>(
  input: ByteStream,
  columns: Columns,
  options: TableOptions,
  build: (cells: CellReader) => T,
): AsyncGenerator<Parsed<T>> {
  const idColumn = columns.required[0] ?? '';
  const clock = clockOf(options);
  const batches = readTable<T>(input, columns, options, (header) => (cells) => {
    const reader = new CellReader(header, cells, clock);
    try {
      return { row: build(reader) };
    } catch (error) {
      if (error instanceof CellError) return { refusal: reader.refusal(error, idColumn) };
      throw error;
    }
  });
  for await (const batch of batches) yield* batch;
}
