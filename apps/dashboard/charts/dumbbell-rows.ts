import { textWidth } from './plot.js';

export interface DumbbellEnd {
  /** Between 0 and 1; null where there is nobody or it is masked. */
  value: number | null;
  low?: number | null;
  high?: number | null;
}

/** Two values of one row: ours, and those it is compared with. */
export interface DumbbellRow {
  key: string;
  name: string;
  /** Written people behind both ends. */
  note?: string;
  /** Said instead of the note where that has no room beside the name. */
  brief?: string | undefined;
  first: DumbbellEnd;
  second: DumbbellEnd;
  /** Why a row is not drawn. */
  reason?: string;
}

/** Names are larger and bolder than the text that is measured. */
export const bold = 1.15;
const edge = 16;
export const lowRow = 56;
const tallRow = 74;

/** Names beside the plot where it is wide; else above it, and their notes below them where one has no room beside. */
export function layoutOf(rows: readonly DumbbellRow[], width: number) {
  const longest = Math.max(...rows.map(({ name, note }) => Math.max(textWidth(name) * bold, textWidth(note ?? ''))));
  const left = width > 640 ? Math.min(260, longest + 24) : edge;
  const isBeside = left > edge;
  const isCut = (row: DumbbellRow) => row.note !== undefined && noteWithin(row, width - left) === undefined;
  const isBelow = !isBeside && rows.some(isCut);
  return { left, isBeside, isBelow, rowHeight: isBelow ? tallRow : lowRow };
}

/** The note as far as it stands beside the name; nothing is cut in the middle of a word. */
export function noteWithin({ name, note, brief }: DumbbellRow, width: number): string | undefined {
  const room = width - 22 - textWidth(name) * bold;
  return [note, brief].find((text) => text !== undefined && textWidth(text) <= room);
}
