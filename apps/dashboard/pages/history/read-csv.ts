/** A file that cannot be read as a table. `line` from 1. */
export class UnreadableCsv extends Error {
  override readonly name = 'UnreadableCsv';

  constructor(
    readonly code: 'empty_file' | 'unclosed_quote' | 'ragged_row',
    readonly line: number,
  ) {
    super(`${code} at line ${line}`);
  }
}

/** A row under the names of its columns; `line` is where it begins in the file, from 1. */
export interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

/**
 * A small table of a spreadsheet: commas, semicolons or tabs, whichever the first line has most of; quotes as RFC 4180;
 * a byte-order mark and empty lines are passed over. Throws UnreadableCsv. Files of events are for the server.
 */
export function readCsv(text: string): CsvRow[] {
  const records = recordsOf(text.replace(/^\ufeff/, ''));
  const [head, ...rest] = records;
  if (!head) throw new UnreadableCsv('empty_file', 1);
  const names = head.cells.map((name) => name.trim().toLowerCase());
  return rest.map(({ line, cells }) => {
    if (cells.length > names.length) throw new UnreadableCsv('ragged_row', line);
    return { line, cells: Object.fromEntries(names.map((name, place) => [name, (cells[place] ?? '').trim()])) };
  });
}

interface Line {
  line: number;
  cells: string[];
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [';', ',', '\t'].map((mark) => [mark, first.split(mark).length] as const);
  return counts.sort(([, one], [, other]) => other - one)[0]?.[0] ?? ',';
}

function recordsOf(text: string): Line[] {
  const separator = separatorOf(text);
  const records: Line[] = [];
  let [cells, cell, quoted, line, begun]: [string[], string, boolean, number, number] = [[], '', false, 1, 1];
  const end = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) records.push({ line: begun, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (mark === '\n') line++;
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') cell += text[++at] ?? '';
      else quoted = false;
    } else if (mark === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (mark === separator) {
      cells.push(cell);
      cell = '';
    } else if (mark === '\n') {
      end();
      begun = line;
    } else if (mark !== '\r') cell += mark;
  }
  if (quoted) throw new UnreadableCsv('unclosed_quote', begun);
  end();
  return records;
}
