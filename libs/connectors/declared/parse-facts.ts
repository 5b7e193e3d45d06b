import { type FactKind, factKinds } from '#domain/declared/facts.js';
import { CellError } from '../csv/cell-error.js';
import { CellReader } from '../csv/cell-reader.js';
import { type Columns, type Header, readHeader } from '../csv/header.js';
import { readRows } from '../csv/read-rows.js';
import { type TableOptions } from '../csv/table.js';
import { type ByteStream } from '../csv/text-stream.js';
import { type Parsed, UnreadableFileError } from '../rejection.js';
import { type Fact } from './fact-kind.js';
import { factReaders } from './fact-kinds.js';

interface FactFormat {
  kind: FactKind;
  columns: Columns;
  parse: (input: ByteStream, options: TableOptions) => AsyncGenerator<Parsed<Fact>>;
}

/** One canonical file per kind. */
export const factFormats: readonly FactFormat[] = factKinds.map((kind) => {
  const { columns } = factReaders[kind];
  return { kind, columns, parse: (input, options) => readRows(input, columns, options, (cells) => read(kind, cells)) };
});

/** What a form says of one fact, under the names of the columns. */
export type FactRecord = Readonly<Record<string, string | number | boolean | null>>;

/** The same reading for what comes from a form; `line` is the place in the list, from 1. Throws UnreadableFileError. */
export function parseRecords(kind: FactKind, records: readonly FactRecord[]): Parsed<Fact>[] {
  const { columns } = factReaders[kind];
  return records.map((record, index) => {
    const header: Header = readHeader(Object.keys(record), columns);
    const [unused] = header.unused;
    if (unused !== undefined) throw new UnreadableFileError('unknown_column', unused, 'This kind has no such column.');
    const reader = new CellReader(
      header,
      Object.values(record).map((value) => (value === null ? '' : String(value))),
    );
    try {
      return { line: index + 1, row: read(kind, reader) };
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      return { rejection: { line: index + 1, ...reader.refusal(error, columns.required[0] ?? '') } };
    }
  });
}

function read(kind: FactKind, cells: CellReader): Fact {
  return { kind, fact: factReaders[kind].read(cells) } as Fact;
}
