import { type Columns } from '../csv/header.js';
import { readTable } from '../csv/table.js';
import { type ByteStream } from '../csv/text-stream.js';
import { type Parsed } from '../rejection.js';

/** Looks a cell up by its column; null where it is empty, absent or says so in words. */
export type Cells = (column: string) => string | null;

/** The rows of one table of an export, which writes "null" for what it does not know. */
export function readCells(input: ByteStream, columns: Columns): AsyncGenerator<Parsed<Cells>[]> {
  return readTable<Cells>(input, columns, {}, ({ places }) => (cells) => ({
    row: (column) => {
      const text = cells[places.get(column) ?? -1]?.trim() ?? '';
      return text === '' || text.toLowerCase() === 'null' ? null : text;
    },
  }));
}

export const isTrue = (cell: string | null) => cell?.toLowerCase() === 'true';

const slashed = /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d+)?) ?(Z|UTC|[+-]\d{2}:?\d{2})$/;

/** ISO 8601, or the notation of the network's own interface (2026/03/02 08:14:07 +0000); else what was given. */
export function instantText(cell: string | null): string | null {
  const parts = cell === null ? null : slashed.exec(cell);
  if (!parts) return cell;
  const [, year, month, day, time, zone = 'Z'] = parts;
  const offset = /\d/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  return `${year}-${month}-${day}T${time}${offset}`;
}
