import { z } from 'zod';
import { isDay } from '#domain/calendar/day.js';
import { isTimezone } from '#domain/calendar/timezone.js';
import { eventKinds } from '#domain/events/kind.js';
import { factKinds } from '#domain/declared/facts.js';
import { SilencedIndicator } from './quality.js';
import { pairsOf } from '#domain/files/name-pairs.js';
import { networkExports } from '#domain/files/network-exports.js';
import { dateFormats, grains, textEncodings } from '#domain/files/reading.js';

export const importKinds = [
  'events',
  'entities',
  'people',
  'waves',
  'members',
  'groups',
  'mandates',
  ...factKinds,
  ...networkExports,
] as const;
export const ImportKind = z.enum(importKinds);
export type ImportKind = z.infer<typeof ImportKind>;

/** Largest file that may be handed in over HTTP; the command line has no limit. */
export const largestFile = 200 * 1024 * 1024;

const flag = z.enum(['true', 'false', '1', '0', '']).transform((word) => word !== 'false' && word !== '0');

/** `column=name,…`, as on the command line; a comma or an equals sign of a name has a backslash before it. */
const pairList = z
  .string()
  .max(4000)
  .transform(pairsOf)
  .refine(
    (list) => list.every((pair) => pair.every((part) => part !== '')),
    'must look like column=name,column=name; a comma within a name is written \\,',
  );
const pairs = pairList.transform((list): Record<string, string> => Object.fromEntries(list));

/** `kind=word,…`; a kind may have several words. */
const wordsOfKinds = pairList.transform((list): Record<string, string[]> => {
  const words = new Map<string, string[]>();
  for (const [kind, word] of list) words.set(kind, [...(words.get(kind) ?? []), word]);
  return Object.fromEntries(words);
});

/** Query of `POST /v1/organizations/:org/imports`; the body is the file. */
export const ImportQuery = z.strictObject({
  kind: ImportKind,
  file: z.string().trim().min(1).max(200),
  complete_through: z.string().refine(isDay, 'must be a day, as 2026-03-31').optional(),
  dry_run: flag.default(false),
  strict: flag.default(false),
  /** The file holds everybody of that day: who is not in it left, who is elsewhere moved. */
  snapshot: z.string().refine(isDay, 'must be a day, as 2026-03-31').optional(),
  /** Also where so many leave or move that it is held otherwise. */
  approve: flag.default(false),
  /** Also where its events are in under another source, and then count twice. */
  again: flag.default(false),
  /** Name of the source whose ids these are; by default the kind. */
  source: z.string().trim().min(1).max(100).optional(),
  map: pairs.optional(),
  kinds: wordsOfKinds.optional(),
  /** Told from the bytes where it is absent. */
  encoding: z.enum(textEncodings).optional(),
  /** How instants and days are written, where not as ISO 8601. */
  date_format: z.enum(dateFormats).optional(),
  /** IANA zone of instants without an offset. */
  zone: z.string().max(100).refine(isTimezone, 'must be a time zone, as Europe/Paris').optional(),
  /** Columns that have the same value in every row, which the file need not have. */
  fixed: pairs.optional(),
  grain: z.enum(grains).optional(),
  /** `kind=column,…`: columns that count acts of a day. */
  counts: pairs.optional(),
  /** Name of a saved profile, over which the above goes. */
  profile: z.string().trim().min(1).max(100).optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/**
 * Query of `POST /v1/organizations/:org/imports/preview`; the body is the beginning of the file (and the end of a zip),
 * or the whole of an archive, whose first rows may stand anywhere.
 */
export const PreviewQuery = ImportQuery.pick({
  ...{ map: true, kinds: true, encoding: true, date_format: true, zone: true, fixed: true, grain: true, counts: true },
  source: true,
}).extend({
  /** What the file is; told from its content where it is absent. */
  kind: ImportKind.optional(),
  /** The body is the whole file. */
  whole: flag.default(false),
  /** Bytes of the whole file, where the body is its beginning and its end: by these the same file is known again. */
  size: z.coerce.number().int().min(0).optional(),
});
export type PreviewQuery = z.infer<typeof PreviewQuery>;

/** Bytes of the beginning of a file that a preview looks at, and of the end of a zip. */
export const previewBytes = 64 * 1024;
/** Bytes of the largest file that is looked at as a whole. */
export const wholePreviewBytes = 16 * 1024 * 1024;

/** What a file seems to be and what its first rows would become: no person, no text, nothing stored. */
export const ImportPreview = z.object({
  /** Null where nothing tells what the file is. */
  kind: ImportKind.nullable(),
  /** 1 = only this format looks like that; 0.5 = it fits well enough; 0 = not known. */
  score: z.number(),
  reason: z.enum(['archive_names', 'json_fields', 'header', 'nothing']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** Columns of a table as the file names them, each with what its first row holds. */
  columns: z.array(z.object({ name: z.string(), example: z.string() })),
  /** Canonical columns that may be mapped, the needed ones first; empty where the file is read as it is. */
  canonical: z.array(
    z.object({
      name: z.string(),
      required: z.boolean(),
      /** One of the columns that say so must be there. */
      either: z.boolean(),
    }),
  ),
  /** Canonical column → column of the file: what was asked for, else what its names suggest. */
  map: z.record(z.string(), z.string()),
  /** Null where the first rows cannot be read without the rest, as of a large archive. */
  rows: z
    .array(
      z.object({
        line: z.int(),
        type: z.string(),
        kind: z.string().nullable(),
        occurredAt: z.string().nullable(),
        inGroup: z.boolean(),
        answers: z.boolean(),
      }),
    )
    .nullable(),
  rejects: z.array(z.object({ line: z.int(), code: z.string(), field: z.string().nullable() })),
  /** The first words of the column of kinds that mean no kind yet. */
  unknownWords: z.array(z.string()),
  /** Of these words, those that most likely mean a kind. */
  suggestedKinds: z.record(z.string(), z.enum(eventKinds)),
  /** How the table most likely writes its days and instants; null = as ISO 8601, or there is none. */
  suggestedDateFormat: z.enum(dateFormats).nullable(),
  notes: z.array(z.string()),
  errorCode: z.string().nullable(),
  errorField: z.string().nullable(),
  /** As what the same file, or most of its first events, came in before; null where they did not. */
  known: z
    .object({
      /** Null where the file holds no events. */
      source: z.string().nullable(),
      /** Read again under the same source, its events change nothing; under another they count twice. */
      isSameSource: z.boolean(),
      isSameFile: z.boolean(),
      /** Null where the events came live, or were fetched. */
      fileName: z.string().nullable(),
      at: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** What the whole file holds, in counts; null where only its beginning was sent, or it cannot be read. */
  holds: z
    .object({
      rows: z.int(),
      events: z.int(),
      accounts: z.int(),
      groups: z.int(),
      firstDay: z.string().nullable(),
      lastDay: z.string().nullable(),
      kinds: z.array(z.object({ kind: z.enum(eventKinds), times: z.int() })),
      /** Indicators that this file alone would let be computed, how many in all, and what the others lack. */
      computable: z.int(),
      indicators: z.int(),
      silenced: z.array(SilencedIndicator),
    })
    .nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Answer of `GET /v1/organizations/:org/imports/:import`. */
export const Import = z.object({
  id: z.int(),
  kind: z.string(),
  fileName: z.string(),
  /** held: a file of everybody that waits for somebody to approve or refuse it. */
  state: z.enum(['queued', 'running', 'cancelling', 'cancelled', 'held', 'done', 'failed', 'undoing', 'undone']),
  dryRun: z.boolean(),
  strict: z.boolean(),
  received: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** Of the file, from 0 to 1; null while its size is not known. */
  share: z.number().nullable(),
  /** Null before it starts. */
  rowsPerSecond: z.number().nullable(),
  completeThrough: z.string().nullable(),
  /** What to know of the reading although nothing was refused for it, and how often. */
  notes: z.array(z.object({ code: z.string(), times: z.int() })),
  errorCode: z.string().nullable(),
  /** Column that the file lacks, where that is why. */
  errorField: z.string().nullable(),
  /** More than one where the reading began again after an interruption. */
  attempts: z.int(),
  /** First and last UTC day of its events; null where it brought none. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** Null = it can be undone; else the code of the reason. Directory files and declared facts are not undone. */
  undoRefusal: z.enum(['import_under_way', 'no_events_to_undo', 'sealed_day']).nullable(),
  /** Events that left when it was undone; null where it was not. */
  undoneEvents: z.int().nullable(),
  /** Seconds until the file is read, at the rate so far; null where that is not known, or past. */
  secondsLeft: z.int().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type Import = z.infer<typeof Import>;

/** Answer of `GET /v1/organizations/:org/imports/:import/held`: what a file of everybody would change, in counts. */
export const HeldSnapshot = z.object({
  day: z.string(),
  known: z.int(),
  joined: z.int(),
  left: z.int(),
  moved: z.int(),
  /** Lines of people whom nobody can tell: they might be among those who would leave. */
  hasUnreadable: z.boolean(),
  /** Entities by their names from the top, those that lose most people first. */
  places: z.array(z.object({ place: z.string(), joined: z.int(), left: z.int(), arrived: z.int(), departed: z.int() })),
});
export type HeldSnapshot = z.infer<typeof HeldSnapshot>;

/** Answer of `GET /v1/organizations/:org/imports`, the latest first. */
export const Imports = z.object({ imports: z.array(Import) });
export type Imports = z.infer<typeof Imports>;

/** Answer of `POST /v1/organizations/:org/imports`. */
export const ImportQueued = z.object({ id: z.int(), state: z.literal('queued') });
export type ImportQueued = z.infer<typeof ImportQueued>;
