import { byteOrderMark, csvLine, dialects, quoted } from './csv-line.js';

/** A file of people with their places. `forSpreadsheets`: nothing in it runs when somebody opens it. */
export function peopleCsv(
  people: readonly { key: string; path: string }[],
  { forSpreadsheets = false }: { forSpreadsheets?: boolean } = {},
): string {
  const write = (cells: string[]) =>
    forSpreadsheets ? csvLine(cells, dialects.en) : `${cells.map(quoted).join(',')}\r\n`;
  const lines = [['person_id', 'entity_path'], ...people.map(({ key, path }) => [key, path])].map(write);
  return `${forSpreadsheets ? byteOrderMark : ''}${lines.join('')}`;
}
