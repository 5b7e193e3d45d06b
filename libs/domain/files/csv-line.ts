import { type Language } from '../sentences/language.js';

type Cell = string | number | null | undefined;

/** How a spreadsheet of that language reads a file. */
export interface Dialect {
  separator: ',' | ';';
  decimal: '.' | ',';
}
export const dialects: Record<Language, Dialect> = {
  fr: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};

/** First in a file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * A line for spreadsheets, in which nothing runs when somebody opens it. One that looks for another separator begins a cell
 * also in the middle of a text, and quotes do not keep it from that: whatever begins like a formula there gets its
 * apostrophe as well.
 */
export function csvLine(cells: readonly Cell[], { separator, decimal }: Dialect): string {
  const written = cells.map((cell) =>
    typeof cell === 'number' ? String(cell).replace('.', decimal) : quoted(harmless(cell ?? '')),
  );
  return `${written.join(separator)}\r\n`;
}

const number = /^-\d+([.,]\d+)?$/;
/** Full-width ones are taken for their narrow twins. */
const formula = /(^|[,;\t\r\n])("*)(?=[=+\-@＝＋－＠])/g;

const harmless = (text: string): string =>
  number.test(text) ? text : text.replace(formula, "$1$2'").replace(/^(?=[\t\r\n])/, "'");

/** What any reader may take for the end of a cell is quoted, whatever this file is written with. */
export const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
