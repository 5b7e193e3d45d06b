import { type ReactNode } from 'react';
import { type Interval } from '#domain/statistics/interval.js';

/** A figure as it leaves the page: never without its ends, its people and its day. */
export interface Told {
  value: number | null;
  /** Ends of what is published; the 95 % interval where `numerator` and `denominator`, or `published`, tell these, or `isChance`. */
  low: number | null;
  high: number | null;
  /** People behind it; null where it counts none. */
  n: number | null;
  asOf: string | null;
  /** Its published counts, where it has any: of a band the value, or `n`, is only the middle. */
  numerator?: Interval | null;
  denominator?: Interval | null;
  around?: Interval | undefined;
  /** The share from end to end of what is published, where it is told without its counts. */
  published?: Interval;
  /** Its ends hold chance, and nothing tells those of what is published apart. */
  isChance?: boolean;
  /** The other side of a difference, whose counts are not those of its value. */
  against?: unknown;
}

/** One column: what it sorts and exports, and how it is drawn when that differs. */
export interface Column<Row> {
  key: string;
  label: string;
  /** Aligned right, with tabular figures. */
  numeric?: boolean;
  /** A share of one, told as a percentage: so a workbook writes it too. */
  share?: boolean;
  value: (row: Row) => string | number | null;
  cell?: (row: Row) => ReactNode;
  /** What is exported in its place, in columns of its own: value, ends, n and day. */
  told?: (row: Row) => Told | null;
  /** What it sorts by, where that is not what it exports. */
  order?: (row: Row) => number;
  /** Drawn only: what it says is exported with another column. */
  drawnOnly?: boolean;
}

export interface TableOf<Row> {
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}

/** What is unknown comes last, whichever way the rest is sorted. */
export function sortRows<Row>(
  rows: Row[],
  column: Column<Row> | undefined,
  descending: boolean,
  language: string,
): Row[] {
  if (!column) return rows;
  const keyOf = column.order ?? column.value;
  const words = new Intl.Collator(language, { numeric: true });
  return [...rows].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : words.compare(String(x), String(y));
    return descending ? -order : order;
  });
}
