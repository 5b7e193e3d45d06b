import { type NoteCode } from '#connectors/import-note.js';
import { type HeldSnapshot } from '#domain/files/held-snapshot.js';
import { type DateFormat, type Grain, type LineIds, type TextEncoding } from '#domain/files/reading.js';
import { type SnapshotChanges } from '#connectors/directory/snapshot.js';
import { type FileInput } from '#connectors/file-input.js';
import { type ImportCounts } from '#storage/import/imports.js';
import { type Reject } from '#storage/import/import-rejects.js';

/** How a file is to be read. Kept with the import, so that a worker finds it again. */
export interface ImportSettings {
  /** Canonical column → its name in the file. */
  map?: Readonly<Record<string, string>>;
  /** Kind of event → the word, or words, that the file has for it. */
  kinds?: Readonly<Record<string, string | readonly string[]>>;
  /** How the file is to be understood where it does not say so itself; see EventTableOptions. */
  encoding?: TextEncoding | null;
  dateFormat?: DateFormat | null;
  zone?: string | null;
  fixed?: Readonly<Record<string, string>>;
  grain?: Grain | null;
  ids?: LineIds | null;
  counts?: Readonly<Record<string, string>>;
  /** Last local day of which the file has everything; null or absent = the last day that it has. */
  completeThrough?: string | null;
  /** Only says what would happen. */
  dryRun?: boolean;
  /** All or nothing. */
  strict?: boolean;
  /** The file holds everybody of that day (people): who is not in it left, who is elsewhere moved. */
  snapshot?: string;
  /** Also where so many leave or move that it is held otherwise. */
  approve?: boolean;
  /** The same, up to as many as somebody looked at. */
  approved?: { left: number; moved: number };
  /** Also where its events are known under another source, and then count twice. */
  again?: boolean;
  /** The people are accounts of a network, taken over until somebody hands people in. */
  adopts?: boolean;
  /** Name of the source whose ids these are; files of the same source recognise each other's events. */
  source?: string;
}

export interface ImportNote {
  code: NoteCode;
  times: number;
}

export interface ImportRequest {
  organizationId: string;
  /** Of an import handed in before; without it, one is created. */
  importId?: number;
  kind: string;
  fileName: string;
  /** A strict import of events reads it twice. */
  input: FileInput;
  settings: ImportSettings;
  now: Date;
  onProgress?: (counts: ImportCounts) => void;
}

export interface ImportReport extends ImportCounts {
  importId: number;
  /** held: the file waits for somebody to look at it. cancelled: what was stored before stays. failed: nothing of the file went in, because of what it is (errorCode), or because strict found a bad line. */
  state: 'done' | 'failed' | 'cancelled' | 'held';
  errorCode: string | null;
  errorMessage: string | null;
  /** Column that the file lacks, where that is why. */
  errorField: string | null;
  /** What the source holds on purpose that is no act of a person. */
  skipped: number;
  /** The first of them; all are stored with the import. */
  rejects: Reject[];
  completeThrough: string | null;
  /** What to know of the reading although nothing was refused for it, with how often. */
  notes: ImportNote[];
  /** Of a snapshot that went in. */
  snapshot: SnapshotChanges | null;
  /** Of one that did not, because nobody had looked. */
  held: HeldSnapshot | null;
}

/** No reader goes by that name. */
export class UnknownImportKind extends Error {
  override readonly name = 'UnknownImportKind';
  readonly code = 'unknown_import_kind';
}
