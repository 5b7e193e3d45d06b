import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableFileError } from '../rejection.js';

/** A record of the file, and the line where it starts; without cells where it cannot be understood. */
export interface CsvRecord {
  line: number;
  cells: string[] | null;
  /** Why there are no cells; its quotes, unless this says otherwise. */
  problem?: 'line_too_long';
}

/** In characters: no cell, and no cells that belong together, may be longer. */
const longestLine = 1 << 20;
const longestRecord = 1 << 20;

/**
 * Cuts text into records. Lines without a quote are split directly, because that is nearly all of a large file and
 * several times faster; records with quotes go through csv-parse. A quote that is never closed costs its own line only.
 */
export class RecordSplitter {
  private rest = '';
  private line = 1;
  /** Within a line that is too long, until it ends. */
  private isSkipping = false;

  constructor(private readonly delimiter: string) {}

  push(text: string): CsvRecord[] {
    if (!this.isSkipping) return this.cut(this.rest + text, false);
    const end = text.indexOf('\n');
    return end < 0 ? [] : [this.skipped(), ...this.cut(text.slice(end + 1), false)];
  }

  end(): CsvRecord[] {
    if (this.isSkipping) return [this.skipped()];
    return this.rest === '' ? [] : this.cut(this.rest.endsWith('\n') ? this.rest : `${this.rest}\n`, true);
  }

  private cut(text: string, isLast: boolean): CsvRecord[] {
    const firstLine = this.line;
    if (!text.includes('"')) return this.cutPlain(text);
    const together: QuotedRecord[] = [];
    const records = this.cutQuoted(text, isLast, (record, body) => {
      together.push({ record, body });
      return true;
    });
    if (this.fillTogether(together)) return records;
    this.line = firstLine;
    return this.cutQuoted(text, isLast, (record, body) => {
      record.cells = this.parseRecords(body)?.[0] ?? null;
      return record.cells !== null;
    });
  }

  private cutPlain(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.addPlain(records, text, start, end);
      start = end + 1;
    }
    this.keep(text.slice(start));
    return records;
  }

  private cutQuoted(
    text: string,
    isLast: boolean,
    parseBody: (record: CsvRecord, body: string) => boolean,
  ): CsvRecord[] {
    const records: CsvRecord[] = [];
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const quote = text.indexOf('"', start);
      if (quote < 0 || quote > end) {
        this.addPlain(records, text, start, end);
        start = end + 1;
        continue;
      }
      const close = recordEnd(text, start, quote);
      // What follows in the file may still close the quote.
      if (close === null && !isLast && text.length - start <= longestRecord) break;
      const record: CsvRecord = { line: this.line, cells: null };
      records.push(record);
      const isRead = close !== null && parseBody(record, lineText(text, start, close));
      const last = isRead ? close : end;
      this.line += countLines(text, start, last);
      start = last + 1;
    }
    this.keep(text.slice(start));
    return records;
  }

  private addPlain(records: CsvRecord[], text: string, start: number, end: number): void {
    const body = lineText(text, start, end);
    if (body !== '') records.push({ line: this.line, cells: body.split(this.delimiter) });
    this.line++;
  }

  /** One call for many records is several times cheaper than one each, and nearly always enough. */
  private fillTogether(quoted: QuotedRecord[]): boolean {
    const parsed = this.parseRecords(quoted.map(({ body }) => body).join('\n'));
    if (parsed?.length !== quoted.length) return quoted.length === 0;
    quoted.forEach(({ record }, index) => (record.cells = parsed[index] ?? null));
    return true;
  }

  private parseRecords(text: string): string[][] | null {
    try {
      return parse(text, { delimiter: this.delimiter, record_delimiter: ['\n'], relax_column_count: true, trim: true });
    } catch (error) {
      if (error instanceof CsvError) return null;
      throw error;
    }
  }

  /** A line that never ends costs itself; where it is the first, the file is no table. */
  private keep(rest: string): void {
    this.isSkipping = rest.length > longestLine;
    if (this.isSkipping && this.line === 1) {
      throw new UnreadableFileError('line_too_long', null, 'The first line is longer than a million characters.');
    }
    this.rest = this.isSkipping ? '' : rest;
  }

  private skipped(): CsvRecord {
    this.isSkipping = false;
    return { line: this.line++, cells: null, problem: 'line_too_long' };
  }
}

interface QuotedRecord {
  record: CsvRecord;
  body: string;
}

/** Where the line break after a record is: the first one with as many quotes before it as close each other. */
function recordEnd(text: string, start: number, firstQuote: number): number | null {
  let isOpen = false;
  const limit = Math.min(text.length, start + longestRecord);
  for (let index = firstQuote; index < limit; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 34) isOpen = !isOpen;
    else if (unit === 10 && !isOpen) return index;
  }
  return null;
}

function countLines(text: string, start: number, end: number): number {
  let lines = 1;
  for (let index = text.indexOf('\n', start); index >= 0 && index < end; index = text.indexOf('\n', index + 1)) lines++;
  return lines;
}

function lineText(text: string, start: number, end: number): string {
  return text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
}
