import { type ByteStream, readText } from '../csv/text-stream.js';
import { RowSplitter, type SplitRow } from './row-splitter.js';

/** An element of an array, by its place from 1; null where it is no object, or longer than any record is. */
export type ArrayElement = Omit<SplitRow, 'table'>;

/** The elements of a JSON array that may be of any length, as they come. */
export async function* arrayElements(input: ByteStream): AsyncGenerator<ArrayElement[]> {
  const splitter = new RowSplitter(null);
  for await (const text of readText(input)) {
    const elements = splitter.push(text).map(element);
    if (elements.length > 0) yield elements;
  }
  const rest = splitter.end();
  if (rest !== null) yield [element(rest)];
}

const element = ({ place, fields }: SplitRow): ArrayElement => ({ place, fields });
