import { UnreadableFileError } from '../rejection.js';

/** The columns of one canonical file: those it cannot do without, and those that may be absent. */
export interface Columns {
  required: readonly string[];
  /** Ways to say one thing: one of them must be there. */
  either?: readonly string[];
  optional: readonly string[];
}

export const everyColumn = ({ required, either = [], optional }: Columns): string[] => [
  ...required,
  ...either,
  ...optional,
];

/** Canonical column → name in the file, where they differ. */
export type ColumnMap = Readonly<Record<string, string>>;

export interface Header {
  /** Canonical column → place in a record. */
  places: ReadonlyMap<string, number>;
  width: number;
  /** Columns of the file that are read by nothing. */
  unused: string[];
}

/** French spreadsheets write `;`, exports of databases often a tab. */
export function sniffDelimiter(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  let best = ',';
  for (const candidate of [';', '\t']) {
    if (bare.split(candidate).length > bare.split(best).length) best = candidate;
  }
  return best;
}

/** Every line is read against every column; what is wider is no export of anything. */
const mostColumns = 2000;

/** `fixed` columns stand behind those of the file, in their own order: the values are for the caller to add. */
export function readHeader(
  cells: readonly string[],
  columns: Columns,
  map: ColumnMap = {},
  fixed: readonly string[] = [],
): Header {
  if (cells.length > mostColumns) {
    throw new UnreadableFileError(
      'too_many_columns',
      null,
      `The file has ${cells.length} columns, at most ${mostColumns} are read.`,
    );
  }
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const canonical = everyColumn(columns);
  const renamed = new Map(Object.entries(map));
  for (const column of [...renamed.keys(), ...fixed]) {
    if (!canonical.includes(column)) {
      throw new UnreadableFileError('unknown_column', column, `There is no canonical column "${column}" to map.`);
    }
  }
  const places = new Map(fixed.map((column, index) => [column, names.length + index]));
  const missing: string[] = [];
  for (const column of canonical) {
    if (places.has(column)) continue;
    const place = placeOf(names, column, (renamed.get(column) ?? column).trim().toLowerCase());
    if (place >= 0) places.set(column, place);
    else if (renamed.has(column) || columns.required.includes(column)) missing.push(column);
  }
  const { either = [] } = columns;
  if (either.length > 0 && !either.some((column) => places.has(column))) missing.push(...either);
  if (missing.length > 0) {
    throw new UnreadableFileError(
      'missing_column',
      missing[0] ?? null,
      `The file has no column for ${missing.join(', ')}.`,
    );
  }
  const used = new Set(places.values());
  return { places, width: names.length, unused: names.filter((name, index) => name !== '' && !used.has(index)) };
}

function placeOf(names: readonly string[], column: string, name: string): number {
  const place = names.indexOf(name);
  if (place >= 0 && names.includes(name, place + 1)) {
    throw new UnreadableFileError('duplicate_column', column, `Two columns of the file could be ${column}.`);
  }
  return place;
}
