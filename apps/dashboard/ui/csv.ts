import { byteOrderMark, csvLine, dialects } from '#domain/files/csv-line.js';
import { exportedTable } from './exported-table.js';
import { type TableOf } from './table-of.js';

/** As a spreadsheet of that language opens it: `;` and decimal commas in French. Begins with a byte-order mark. */
export function csvOf<Row>(table: TableOf<Row>, language: string): string {
  const { columns, rows } = exportedTable(table, language);
  const dialect = dialects[language === 'fr' ? 'fr' : 'en'];
  const lines = [columns.map(({ label }) => label), ...rows];
  return byteOrderMark + lines.map((cells) => csvLine(cells, dialect)).join('');
}
