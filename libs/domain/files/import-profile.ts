import { type DateFormat, type Grain, type LineIds, type TextEncoding } from './reading.js';

type Names = Readonly<Record<string, string>>;

/** How a file is to be read; null and empty = as its format says. */
export interface FileReading {
  /** Canonical column → its name in the file. */
  map: Names;
  /** Kind of event → the word, or words, that the file has for it. */
  kinds: Readonly<Record<string, string | readonly string[]>>;
  /** Canonical column → its value in every row. */
  fixed: Names;
  /** Kind of event → the column that counts it per day. */
  counts: Names;
  encoding: TextEncoding | null;
  dateFormat: DateFormat | null;
  zone: string | null;
  grain: Grain | null;
  ids: LineIds | null;
}

/** A reading that is kept under the name of the source whose ids the files hold. */
export interface ImportProfile extends FileReading {
  name: string;
  /** The format that it is for. */
  kind: string;
}

/** A source whose export columns are not public: which canonical columns to look for in a customer's file, and no more. */
export interface BuiltInProfile {
  name: string;
  title: string;
  kind: 'events';
  wanted: readonly string[];
}

const wanted = ['id', 'occurred_at', 'kind', 'actor', 'object', 'parent', 'group', 'target'] as const;

export const builtInProfiles: readonly BuiltInProfile[] = [
  { name: 'jalios', title: 'Jalios', kind: 'events', wanted },
  { name: 'jamespot', title: 'Jamespot', kind: 'events', wanted },
  { name: 'talkspirit', title: 'Talkspirit', kind: 'events', wanted },
];

export const emptyReading: FileReading = {
  ...{ map: {}, kinds: {}, fixed: {}, counts: {} },
  ...{ encoding: null, dateFormat: null, zone: null, grain: null, ids: null },
};

export type Said = { readonly [K in keyof FileReading]?: FileReading[K] | undefined };

/** What is said for one file goes over what is kept for its source, name by name. */
export function readingOver(kept: FileReading, said: Said): FileReading {
  return {
    map: { ...kept.map, ...said.map },
    kinds: { ...kept.kinds, ...said.kinds },
    fixed: { ...kept.fixed, ...said.fixed },
    counts: { ...kept.counts, ...said.counts },
    encoding: said.encoding ?? kept.encoding,
    dateFormat: said.dateFormat ?? kept.dateFormat,
    zone: said.zone ?? kept.zone,
    grain: said.grain ?? kept.grain,
    ids: said.ids ?? kept.ids,
  };
}
