import { harmless, quoted } from './csv-cell.js';

/** A file of people with their places. `forSpreadsheets`: nothing in it runs when somebody opens it. */
export function peopleCsv(
  people: readonly { key: string; path: string }[],
  { forSpreadsheets = false }: { forSpreadsheets?: boolean } = {},
): string {
  const cell = (text: string) => quoted(forSpreadsheets ? harmless(text) : text);
  const lines = people.map(({ key, path }) => `${cell(key)},${cell(path)}\r\n`);
  return `${forSpreadsheets ? '\uFEFF' : ''}person_id,entity_path\r\n${lines.join('')}`;
}
