/** Sizes in inches of a page 13.33 wide and 7.5 high; type in points. */

/** Mean width of a letter of our face, in ems, and the height of a line: generous, since each programme has its own face. */
const [letter, leading] = [0.46, 1.22];
/** Above and below the text of a cell. */
const cellPadding = 0.08;

const linesOf = (text: string, width: number, size: number): number => {
  const letters = Math.max(1, Math.floor((width * 72) / (size * letter)));
  // Words are not broken: some room is left at the end of lines.
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil((part.length * 1.04) / letters)), 0);
};

/** Room that a text takes up. */
export const heightOf = (text: string, width: number, size: number): number =>
  (linesOf(text, width, size) * size * leading) / 72;

/** The largest of these sizes at which a text finds room; the smallest where it finds none. */
export const sizeFor = (text: string, width: number, height: number, sizes: readonly number[]): number =>
  sizes.find((size) => heightOf(text, width, size) <= height) ?? sizes.at(-1) ?? 10;

const rowHeight = (row: readonly string[], widths: readonly number[], size: number): number =>
  Math.max(...row.map((text, place) => heightOf(text, (widths[place] ?? 1) - 0.15, size))) + cellPadding;

/** The rows that find room under the head, and how many do not. */
export function rowsThatFit(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  { height, size }: { height: number; size: number },
): { shown: readonly (readonly string[])[]; left: number } {
  let free = height - rowHeight(head, widths, size);
  // What is left out has to be said, in a row of its own.
  const saying = heightOf('…', 1, size) + cellPadding;
  let shown = 0;
  for (const row of rows) {
    free -= rowHeight(row, widths, size);
    if (free < (shown + 1 === rows.length ? 0 : saying)) break;
    shown += 1;
  }
  return { shown: rows.slice(0, shown), left: rows.length - shown };
}

/** At most so many letters, cut at a word: the whole stands in the notes of the page. */
export const shortened = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, letters - 1).replace(/\s+\S*$/, '')}…`;

/** What XML cannot hold: programmes refuse a whole document for one such letter. */
export const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
