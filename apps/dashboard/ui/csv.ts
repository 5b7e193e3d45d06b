import { type TableOf } from './table-of.js';

// A cell that begins like a formula is run by spreadsheets; a leading quote keeps it text.
const formula = /^[=+\-@\t\r]/;

function cellText(value: string | number | null, language: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return language === 'fr' ? String(value).replace('.', ',') : String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** As a spreadsheet of that language opens it: `;` and decimal commas in French. Begins with a byte-order mark. */
export function csvOf<Row>({ columns, rows }: TableOf<Row>, language: string): string {
  const separator = language === 'fr' ? ';' : ',';
  const lines = [
    columns.map(({ label }) => cellText(label, language)),
    ...rows.map((row) => columns.map((column) => cellText(column.value(row), language))),
  ];
  return `\ufeff${lines.map((cells) => cells.join(separator)).join('\r\n')}\r\n`;
}
