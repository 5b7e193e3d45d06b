import { type ByteStream, readText } from '../csv/text-stream.js';
import { type Fields } from './fields.js';
import { parseFields } from './read-lines.js';

/** A row by its table and its place there from 1; null where it is no object, or longer than any record is. */
export interface TableRow {
  /** Null where the file is broken before any table that is wanted, or after. */
  table: string | null;
  place: number;
  fields: Fields | null;
}

const longestRow = 4 * 1024 * 1024;
const longestName = 200;

/**
 * The rows of a JSON object whose fields are arrays, `{"table":[{…},…],…}`, as they come; of other tables than the
 * wanted nothing is kept. A row that is broken costs itself, a file that is cut off what follows, told once.
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

/** What may end a text, and what may begin one or change the depth: all that lies between is jumped over. */
const inText = /["\\]/g;
const betweenTexts = /["[\]{},]/g;

class RowSplitter {
  /** 0 = outside of the object, 1 = among its fields, 2 = among the rows of a table, more = inside one. */
  private depth = 0;
  private isOver = false;
  private isText = false;
  /** Letters of the next text that a backslash at the end of this one speaks for. */
  private escaped = 0;
  private table: string | null = null;
  private place = 1;
  private parts: string[] = [];
  private length = 0;

  constructor(private readonly wanted: ReadonlySet<string>) {}

  push(text: string): TableRow[] {
    const rows: TableRow[] = [];
    let start = 0;
    let index = this.escaped;
    this.escaped = 0;
    while (!this.isOver) {
      const mark = this.isText ? inText : betweenTexts;
      mark.lastIndex = index;
      if (!mark.test(text)) break;
      index = mark.lastIndex;
      const letter = text.charAt(index - 1);
      if (letter === '\\') index += 1;
      else if (letter === '"') this.isText = !this.isText;
      else if (this.depth < 2 || (letter === ',' && this.depth === 2) || (this.depth === 2 && isClosing(letter))) {
        this.keep(text.slice(start, index - 1));
        start = index;
        this.turn(letter, rows);
      } else if (letter !== ',') this.depth += isClosing(letter) ? -1 : 1;
    }
    this.escaped = Math.max(0, index - text.length);
    if (!this.isOver) this.keep(text.slice(start));
    return rows;
  }

  /** What was left open, or was never an object of tables; null where it is whole. */
  end(): TableRow | null {
    return this.isOver && this.depth === 0 ? null : { table: this.table, place: this.place, fields: null };
  }

  /** At a mark that ends a row, a table or the object, or begins one of these. */
  private turn(letter: string, rows: TableRow[]): void {
    if (this.depth === 2) {
      if (this.table !== null) this.finish(this.table, rows);
      if (isClosing(letter)) this.leave();
    } else if (isClosing(letter)) this.leave();
    else if (letter !== ',') this.enter(letter);
    this.drop();
  }

  private enter(letter: string): void {
    if (this.depth === 0 && letter !== '{') this.isOver = true;
    const name = /"([^"\\]*)"\s*:\s*$/.exec(this.parts.join(''))?.[1] ?? '';
    this.table = this.depth === 1 && letter === '[' && this.wanted.has(name) ? name : null;
    this.place = 1;
    this.depth++;
  }

  private leave(): void {
    this.table = null;
    this.depth--;
    this.isOver = this.depth <= 0;
  }

  private keep(part: string): void {
    const isRow = this.depth >= 2;
    if (isRow && this.table === null) return;
    this.length += part.length;
    if (this.length <= (isRow ? longestRow : longestName)) this.parts.push(part);
    else this.parts = [];
  }

  private finish(table: string, rows: TableRow[]): void {
    const text = this.parts.join('');
    const isLong = this.length > longestRow;
    if (isLong || text.trim() !== '')
      rows.push({ table, place: this.place++, fields: isLong ? null : parseFields(text) });
  }

  private drop(): void {
    this.parts = [];
    this.length = 0;
  }
}

const isClosing = (letter: string) => letter === ']' || letter === '}';
