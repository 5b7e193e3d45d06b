import { z } from 'zod';
import { eventKinds } from '#domain/events/kind.js';
import { dateFormats, textEncodings } from '#domain/files/reading.js';
import { flag, ImportKind, ImportQuery } from './imports.js';
import { SilencedIndicator } from './quality.js';

/**
 * Query of `POST /v1/organizations/:org/imports/preview`; the body is the beginning of the file (and the end of a zip),
 * or the whole of an archive, whose first rows may stand anywhere.
 */
export const PreviewQuery = ImportQuery.pick({
  ...{ map: true, kinds: true, encoding: true, date_format: true, zone: true, fixed: true, grain: true, counts: true },
  ...{ ids: true, source: true },
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
      /** That import was undone: under another source it counts once, but apart from what comes under the first. */
      isUndone: z.boolean(),
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

/** Query of `POST /v1/organizations/:org/imports/words`; the body is the table, or its first 16 MB. */
export const WordsQuery = z.strictObject({
  /** Name of the column of kinds in the file. */
  column: z.string().trim().min(1).max(200),
  encoding: z.enum(textEncodings).optional(),
});
export type WordsQuery = z.infer<typeof WordsQuery>;

/** What a table has in its column of kinds: vocabulary, nobody and nothing stored. */
export const FileWords = z.object({
  words: z.array(z.object({ word: z.string(), times: z.int() })),
  /** Different words beyond those told. */
  others: z.int(),
  /** What the words most likely mean. */
  suggestedKinds: z.record(z.string(), z.enum(eventKinds)),
});
export type FileWords = z.infer<typeof FileWords>;
