import { type CanonicalEvent } from '../event/canonical-event.js';
import { eventDigest, eventUuid, utcDay } from '../event/event-identity.js';
import { fileInMemory } from '../file-input.js';
import { type ImportItem, type TypedRow } from '../import-item.js';
import { type NoteCode } from '../import-note.js';
import { type ImportOptions, importFormat } from '../registry.js';
import { UnreadableFileError } from '../rejection.js';
import { isKeepableName } from '../stream/name-table.js';
import { type Detected, headSize } from './detect-format.js';

const shownRows = 20;
const mostUnknownWords = 30;
const mostKeys = 200;
/** Rows after which no further one is waited for. */
const mostLookedAt = 20_000;

/** A row as it would go in, with nobody and no text in it. */
interface PreviewRow {
  line: number;
  type: string;
  /** Of an event; null for a row of another type. */
  kind: string | null;
  occurredAt: string | null;
  inGroup: boolean;
  answers: boolean;
}

/** What tells an event from every other of its source, and from the same with another content. */
export interface EventKey {
  day: string;
  id: string;
  digest: string;
}

/** What the first rows of a file would become. Nothing of it is stored. */
interface FilePreview {
  rows: PreviewRow[];
  rejects: { line: number; code: string; field: string | null }[];
  /** Of the column of kinds: vocabulary, short, and no address of anybody. */
  unknownWords: string[];
  notes: NoteCode[];
  /** Keys of its first events, by which they are known again; never shown. */
  keys: EventKey[];
  errorCode: string | null;
  errorField: string | null;
}

const nothing: FilePreview = {
  ...{ rows: [], rejects: [], unknownWords: [], notes: [], keys: [] },
  ...{ errorCode: null, errorField: null },
};

/** What there is of the file: its beginning, or all of it. */
export interface Shown {
  bytes: Buffer;
  isWhole: boolean;
}

/**
 * Reads the first rows of a file: its events where it has any, for an export tells of its people and groups first. Null
 * where a part cannot be read without the rest, as of an archive.
 */
export async function previewFile(
  { bytes, isWhole }: Shown,
  { encoding }: Detected,
  kind: string,
  options: ImportOptions,
): Promise<FilePreview | null> {
  const format = importFormat(kind);
  if (format === null || (!isWhole && (encoding === null || bytes[0] === 0x1f))) return null;
  const input = isWhole || encoding === null ? bytes : wholeLines(bytes, encoding);
  const [events, others]: [PreviewRow[], PreviewRow[]] = [[], []];
  // An archive tells its events source by source: a few of each kind say more than the first ones.
  const mostOfKind = encoding === null ? 4 : Infinity;
  const times = new Map<string, number>();
  let seen = 0;
  const keys: EventKey[] = [];
  const addEvent = (item: TypedRow<'event'>) => {
    if (keys.length < mostKeys) keys.push(keyOf(item.row));
    const row = rowOf(item);
    const before = times.get(row.kind ?? '') ?? 0;
    times.set(row.kind ?? '', before + 1);
    seen += 1;
    if (before < mostOfKind) events.push(row);
  };
  const rejects: FilePreview['rejects'] = [];
  const notes = new Set<NoteCode>();
  const onNote = (code: NoteCode) => notes.add(code);
  const words = new Set<string>();
  const onUnknownWord = (word: string) => {
    if (words.size < mostUnknownWords && isKeepableName(word)) words.add(word);
  };
  try {
    for await (const items of format.parse(fileInMemory(input), {
      ...options,
      ...{ onNote, onUnknownWord },
    })) {
      for (const item of items) {
        if (item.type === 'rejection') rejects.push(refusalOf(item.rejection));
        else if (item.type === 'event') addEvent(item);
        else if (item.type !== 'skipped') others.push(rowOf(item));
      }
      if (events.length >= shownRows || seen + others.length >= mostLookedAt) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { ...nothing, errorCode: error.code, errorField: error.field };
  }
  const rows = events.length > 0 ? events : others;
  const shown = rows.slice(0, shownRows);
  const last = rows.length > shownRows ? (shown.at(-1)?.line ?? 0) : Infinity;
  return {
    ...{ rows: shown, unknownWords: [...words], notes: [...notes], keys, errorCode: null, errorField: null },
    rejects: rejects.filter(({ line }) => line <= last).slice(0, shownRows),
  };
}

const keyOf = (event: CanonicalEvent): EventKey => ({
  day: utcDay(event.occurredAt),
  id: eventUuid(event.id),
  digest: eventDigest(event),
});

const refusalOf = ({ line, code, field }: FilePreview['rejects'][number]) => ({ line, code, field });

function rowOf(item: Exclude<ImportItem, { type: 'rejection' | 'skipped' }>): PreviewRow {
  const row = { line: item.line, type: item.type, kind: null, occurredAt: null, inGroup: false, answers: false };
  if (item.type !== 'event') return row;
  const { kind, occurredAt, group, parent } = item.row;
  return { ...row, kind, occurredAt, inGroup: group !== null, answers: parent !== null };
}

/** A beginning that was cut off ends in the middle of a line, which would be refused for it. */
function wholeLines(head: Buffer, encoding: string): Buffer {
  if (head.length < headSize) return head;
  // Where a character has two bytes, the line feed does too.
  const end = head.lastIndexOf('\n');
  return end < 0 ? head : head.subarray(0, encoding === 'utf-16le' ? end + 2 : end + 1);
}
