import { z } from 'zod';
import { isDay } from '#domain/calendar/day.js';
import { isTimezone } from '#domain/calendar/timezone.js';
import { factKinds } from '#domain/declared/facts.js';
import { pairsOf } from '#domain/files/name-pairs.js';
import { networkExports } from '#domain/files/network-exports.js';
import { dateFormats, grains, lineIds, textEncodings } from '#domain/files/reading.js';

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

export const flag = z.enum(['true', 'false', '1', '0', '']).transform((word) => word !== 'false' && word !== '0');

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
  /** `content`: the file has no ids of events, and its lines are told by what they say. */
  ids: z.enum(lineIds).optional(),
  /** `kind=column,…`: columns that count acts of a day. */
  counts: pairs.optional(),
  /** Name of a saved profile, over which the above goes. */
  profile: z.string().trim().min(1).max(100).optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

/** Answer of `GET /v1/organizations/:org/imports/:import`. */
export const Import = z.object({
  id: z.int(),
  kind: z.string(),
  fileName: z.string(),
  /** held: a file of everybody that waits for somebody to approve or refuse it. */
  state: z.enum(['queued', 'running', 'cancelling', 'cancelled', 'held', 'done', 'failed', 'undoing', 'undone']),
  dryRun: z.boolean(),
  strict: z.boolean(),
  /** It holds everybody of a day: also where all of its lines were known, others may have left or moved. */
  everybody: z.boolean(),
  /** It was held, and somebody let it in. */
  approved: z.boolean(),
  received: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** Of the file, from 0 to 1; null while its size is not known. While it runs, 1 = all is read, and not yet all kept. */
  share: z.number().nullable(),
  /** Null before it starts. */
  rowsPerSecond: z.number().nullable(),
  completeThrough: z.string().nullable(),
  /** What to know of the reading although nothing was refused for it, and how often. */
  notes: z.array(z.object({ code: z.string(), times: z.int() })),
  /** Refused lines by their code, the most frequent first. */
  refusals: z.array(z.object({ code: z.string(), times: z.int() })),
  /** How its times were said to be written; null = as ISO 8601. */
  dateFormat: z.string().nullable(),
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

/** Answer of `GET /v1/organizations/:org/imports/:import/undo`: events that an undo would take out, and those that stay because they came from elsewhere too. */
export const UndoCounts = z.object({
  leaving: z.int(),
  staying: z.int(),
  /** Other files that hold some of its events; goesAlong: one that brought nothing of its own, and can be undone along. */
  alsoIn: z.array(
    z.object({
      id: z.int(),
      fileName: z.string(),
      createdAt: z.iso.datetime(),
      events: z.int(),
      goesAlong: z.boolean(),
    }),
  ),
  /** What would leave where those that go along are undone too. */
  leavingAlong: z.int(),
  /** Weeks told of these days, which are closed: where something leaves, they keep their figures for now. */
  closedWeeks: z.int(),
});
export type UndoCounts = z.infer<typeof UndoCounts>;

/** Answer of `GET /v1/organizations/:org/imports/:import/held`: what a file of everybody would change, in counts. */
export const HeldSnapshot = z.object({
  day: z.string(),
  known: z.int(),
  joined: z.int(),
  left: z.int(),
  moved: z.int(),
  /** Lines of people whom nobody can tell: they might be among those who would leave. */
  hasUnreadable: z.boolean(),
  /** It is of the day of the first directory, and counts for the weeks before it too; absent of files held by earlier versions. */
  correctsFirst: z.boolean().optional(),
  /** Entities by their names from the top, those that lose most people first. */
  places: z.array(
    z.object({
      place: z.string(),
      /** People known in it that day; absent of files that were held before it was told. */
      known: z.int().optional(),
      ...{ joined: z.int(), left: z.int(), arrived: z.int(), departed: z.int() },
    }),
  ),
});
export type HeldSnapshot = z.infer<typeof HeldSnapshot>;

/** Query of `POST /v1/organizations/:org/imports/:import/undo`. */
export const UndoQuery = z.strictObject({
  /** The files that brought nothing but events of this one are undone too: without that, the events become theirs. */
  along: flag.default(false),
});
export type UndoQuery = z.infer<typeof UndoQuery>;

/** Answer of `GET /v1/organizations/:org/imports`, the latest first. */
export const Imports = z.object({
  imports: z.array(Import),
  /** Before the word that everything is in: what came is not all counted, and what is told of it lags behind. Absent = no. */
  counting: z.boolean().optional(),
});
export type Imports = z.infer<typeof Imports>;

/** Answer of `POST /v1/organizations/:org/imports`. */
export const ImportQueued = z.object({ id: z.int(), state: z.literal('queued') });
export type ImportQueued = z.infer<typeof ImportQueued>;
