import { type Fields } from './fields.js';
import { parseFields } from './read-lines.js';

/** A row by its table and its place there from 1. */
export interface SplitRow {
  /** Empty where the file is one array; null where it is broken before any table that is wanted, or after. */
  table: string | null;
  place: number;
  /** Null where it is no object, or longer than any record is. */
  fields: Fields | null;
}

const longestRow = 4 * 1024 * 1024;
const longestName = 200;

/** What may end a text, and what may begin one or change the depth: all that lies between is jumped over. */
const inText = /["\\]/g;
const betweenTexts = /["[\]{},]/g;

/**
 * Cuts JSON that may be of any length into rows as it comes: an array of them, or, where tables are wanted, an object
 * whose fields are arrays. A row that is broken costs itself; one whose quotes or brackets do not close, or a file that
 * is cut off, costs what follows and is told once.
 */
export class RowSplitter {
  /** 0 = outside, `rowsAt` = between rows, more = inside one. */
  private depth = 0;
  private isOver = false;
  private isText = false;
  /** Letters of the next text that a backslash at the end of this one speaks for. */
  private escaped = 0;
  private table: string | null = null;
  private place = 1;
  private parts: string[] = [];
  private length = 0;
  private readonly rowsAt: 1 | 2;

  constructor(private readonly wanted: ReadonlySet<string> | null) {
    this.rowsAt = wanted === null ? 1 : 2;
  }

  push(text: string): SplitRow[] {
    const rows: SplitRow[] = [];
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
      else if (this.depth < this.rowsAt || (this.depth === this.rowsAt && (letter === ',' || isClosing(letter)))) {
        this.keep(text.slice(start, index - 1));
        start = index;
        this.turn(letter, rows);
      } else if (letter !== ',') this.depth += isClosing(letter) ? -1 : 1;
    }
    this.escaped = Math.max(0, index - text.length);
    if (!this.isOver) this.keep(text.slice(start));
    return rows;
  }

  /** What was left open, or was never what it should be; null where it is whole. */
  end(): SplitRow | null {
    return this.isOver && this.depth === 0 ? null : { table: this.table, place: this.place, fields: null };
  }

  /** At a mark that ends a row, a table or the file, or begins one of these. */
  private turn(letter: string, rows: SplitRow[]): void {
    if (this.depth === this.rowsAt && this.table !== null) this.finish(this.table, rows);
    if (isClosing(letter)) this.leave();
    else if (letter !== ',' || this.depth === 0) this.enter(letter);
    this.drop();
  }

  private enter(letter: string): void {
    const before = this.parts.join('');
    // Neither an array nor an object of tables: nothing here is a row.
    if (this.depth === 0 && (letter !== (this.rowsAt === 1 ? '[' : '{') || before.trim() !== '')) this.isOver = true;
    this.depth++;
    this.place = 1;
    this.table = letter === '[' && this.depth === this.rowsAt ? this.tableAfter(before) : null;
  }

  private tableAfter(before: string): string | null {
    if (this.wanted === null) return '';
    const name = /"([^"\\]*)"\s*:\s*$/.exec(before)?.[1] ?? '';
    return this.wanted.has(name) ? name : null;
  }

  private leave(): void {
    this.table = null;
    this.depth--;
    this.isOver = this.depth <= 0;
  }

  private keep(part: string): void {
    const isRow = this.depth >= this.rowsAt;
    if (isRow && this.table === null) return;
    this.length += part.length;
    if (this.length <= (isRow ? longestRow : longestName)) this.parts.push(part);
    else this.parts = [];
  }

  private finish(table: string, rows: SplitRow[]): void {
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
