import { type Column, type TableOf, type Told } from './table-of.js';

// A cell that begins like a formula is run by spreadsheets; a leading quote keeps it text.
const formula = /^[=+\-@\t\r]/;

/** A hundredth of a percent: what is beyond says nothing of anybody. */
const digits = 4;

function cellText(value: string | number | null, language: string): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    const text = String(Number(value.toFixed(digits)));
    return language === 'fr' ? text.replace('.', ',') : text;
  }
  const text = formula.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const parts = [
  ['value', null, null],
  ['low', 'au moins', 'at least'],
  ['high', 'au plus', 'at most'],
  ['n', 'n', 'n'],
  ['asOf', 'au', 'as of'],
] as const satisfies readonly (readonly [keyof Told, string | null, string | null])[];

/** A figure leaves with its ends, its people and its day, each in a column of its own. */
function expanded<Row>(column: Column<Row>, language: string): Pick<Column<Row>, 'label' | 'value'>[] {
  const { told, label } = column;
  if (column.drawnOnly) return [];
  if (!told) return [column];
  return parts.map(([part, fr, en]) => {
    const word = language === 'fr' ? fr : en;
    return { label: word === null ? label : `${label} (${word})`, value: (row) => told(row)?.[part] ?? null };
  });
}

/** As a spreadsheet of that language opens it: `;` and decimal commas in French. Begins with a byte-order mark. */
export function csvOf<Row>({ columns: drawn, rows }: TableOf<Row>, language: string): string {
  const columns = drawn.flatMap((column) => expanded(column, language));
  const separator = language === 'fr' ? ';' : ',';
  const lines = [
    columns.map(({ label }) => cellText(label, language)),
    ...rows.map((row) => columns.map((column) => cellText(column.value(row), language))),
  ];
  return `\ufeff${lines.map((cells) => cells.join(separator)).join('\r\n')}\r\n`;
}
