import { type ByteStream, readText } from '../csv/text-stream.js';
import { type Fields } from './fields.js';
import { parseFields } from './read-lines.js';

/** An element of an array, by its place from 1; null where it is no object, or longer than any record is. */
export interface ArrayElement {
  place: number;
  fields: Fields | null;
}

const longestElement = 4 * 1024 * 1024;

/**
 * The elements of a JSON array that may be of any length, as they come. An element that is broken costs itself; one
 * whose quotes or brackets do not close, or a file that is cut off, costs what follows and is told once.
 */
export async function* arrayElements(input: ByteStream): AsyncGenerator<ArrayElement[]> {
  const splitter = new ElementSplitter();
  for await (const text of readText(input)) {
    const elements = splitter.push(text);
    if (elements.length > 0) yield elements;
  }
  const rest = splitter.end();
  if (rest !== null) yield [rest];
}

const [quote, comma, backslash] = [34, 44, 92];
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

class ElementSplitter {
  /** 0 = outside of the array, 1 = between its elements, more = inside one. */
  private depth = 0;
  private isOver = false;
  private isText = false;
  private isEscaped = false;
  private place = 1;
  private parts: string[] = [];
  private length = 0;

  push(text: string): ArrayElement[] {
    const elements: ArrayElement[] = [];
    let start = this.depth > 0 ? 0 : this.begin(text);
    for (let index = start; index < text.length && !this.isOver; index++) {
      const unit = text.charCodeAt(index);
      if (this.isText) this.readText(unit);
      else if (unit === quote) this.isText = true;
      else if (opening.has(unit)) this.depth++;
      else {
        if (closing.has(unit)) this.depth--;
        const isEnd = this.depth === 0 || (this.depth === 1 && unit === comma);
        if (!isEnd) continue;
        this.keep(text.slice(start, index));
        this.finish(elements);
        start = index + 1;
        this.isOver = this.depth === 0;
      }
    }
    if (!this.isOver) this.keep(text.slice(start));
    return elements;
  }

  /** What was left open, or was never an array; null where the array is whole. */
  end(): ArrayElement | null {
    return this.isOver && this.depth === 0 ? null : { place: this.place, fields: null };
  }

  /** Where the first element may begin. */
  private begin(text: string): number {
    const first = text.search(/\S/);
    if (first < 0) return text.length;
    if (text.charAt(first) === '[') this.depth = 1;
    else {
      this.isOver = true;
      this.depth = -1;
    }
    return first + 1;
  }

  private readText(unit: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (unit === backslash) this.isEscaped = true;
    else if (unit === quote) this.isText = false;
  }

  private keep(part: string): void {
    this.length += part.length;
    if (this.length <= longestElement) this.parts.push(part);
    else this.parts = [];
  }

  private finish(elements: ArrayElement[]): void {
    const text = this.parts.join('');
    const isLong = this.length > longestElement;
    this.parts = [];
    this.length = 0;
    if (!isLong && text.trim() === '') return;
    elements.push({ place: this.place++, fields: isLong ? null : parseFields(text) });
  }
}
