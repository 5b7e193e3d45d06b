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

/** What may end a text, and what may begin one or change the depth: all that lies between is jumped over. */
const inText = /["\\]/g;
const betweenTexts = /["[\]{},]/g;

class ElementSplitter {
  /** 0 = outside of the array, 1 = between its elements, more = inside one. */
  private depth = 0;
  private isOver = false;
  private isText = false;
  /** Letters of the next text that a backslash at the end of this one speaks for. */
  private escaped = 0;
  private place = 1;
  private parts: string[] = [];
  private length = 0;

  push(text: string): ArrayElement[] {
    const elements: ArrayElement[] = [];
    let start = this.depth > 0 ? 0 : this.begin(text);
    let index = start + this.escaped;
    this.escaped = 0;
    while (!this.isOver) {
      const mark = this.isText ? inText : betweenTexts;
      mark.lastIndex = index;
      if (!mark.test(text)) break;
      index = mark.lastIndex;
      const letter = text.charAt(index - 1);
      if (letter === '\\') index += 1;
      else if (letter === '"') this.isText = !this.isText;
      else if (this.isEnd(letter)) {
        this.keep(text.slice(start, index - 1));
        this.finish(elements);
        start = index;
        this.isOver = this.depth === 0;
      }
    }
    this.escaped = Math.max(0, index - text.length);
    if (!this.isOver) this.keep(text.slice(start));
    return elements;
  }

  /** Whether a mark between texts ends an element, or the array. */
  private isEnd(letter: string): boolean {
    if (letter === '[' || letter === '{') this.depth++;
    else if (letter !== ',') this.depth--;
    else return this.depth === 1;
    return this.depth === 0;
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
