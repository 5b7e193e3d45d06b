import { type ByteStream, readText } from '../csv/text-stream.js';
import { RowSplitter, type SplitRow } from './row-splitter.js';

export type TableRow = SplitRow;

/**
 * The rows of a JSON object whose fields are arrays, `{"table":[{…},…],…}`, as they come; of other tables than the
 * wanted nothing is kept.
 */
export async function* tableRows(input: ByteStream, wanted: ReadonlySet<string>): AsyncGenerator<TableRow[]> {
  const splitter = new RowSplitter(wanted);
  for await (const text of readText(input)) {
    const rows = splitter.push(text);
    if (rows.length > 0) yield rows;
  }
  const rest = splitter.end();
  if (rest !== null) yield [rest];
}
