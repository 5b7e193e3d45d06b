import { z } from 'zod';
import { isTimezone } from '#domain/calendar/timezone.js';
import { eventKinds } from '#domain/events/kind.js';
import { dateFormats, grains, lineIds, textEncodings } from '#domain/files/reading.js';
import { ImportKind } from './imports.js';

const mostNames = 100;
const Name = z.string().trim().min(1).max(200);
const few = (names: object) => Object.keys(names).length <= mostNames;
const Names = z.record(Name, Name).refine(few, `at most ${mostNames} names`);

/** Body of `PUT /v1/organizations/:org/import-profiles/:name`; what is left out is as the format says. */
export const NewImportProfile = z.strictObject({
  kind: ImportKind,
  map: Names.default({}),
  kinds: z.partialRecord(z.enum(eventKinds), z.union([Name, z.array(Name).min(1).max(mostNames)])).default({}),
  fixed: Names.default({}),
  counts: z.partialRecord(z.enum(eventKinds), Name).default({}),
  encoding: z.enum(textEncodings).nullable().default(null),
  dateFormat: z.enum(dateFormats).nullable().default(null),
  zone: z.string().max(100).refine(isTimezone, 'must be a time zone, as Europe/Paris').nullable().default(null),
  grain: z.enum(grains).nullable().default(null),
  ids: z.enum(lineIds).nullable().default(null),
});
export type NewImportProfile = z.infer<typeof NewImportProfile>;

/** Answer of `GET /v1/organizations/:org/import-profiles/:name`. */
export const ImportProfile = z.object({ name: z.string(), ...NewImportProfile.shape, kind: z.string() });
export type ImportProfile = z.infer<typeof ImportProfile>;

/** How the last file of its kind was read; of acts, under that source. */
export const LastReading = z.object({ ...NewImportProfile.shape, kind: z.string(), source: z.string().nullable() });
export type LastReading = z.infer<typeof LastReading>;

/** Answer of `GET /v1/organizations/:org/import-profiles`, by name. */
export const ImportProfiles = z.object({
  profiles: z.array(ImportProfile),
  /** Of files without events one for each kind, as they have no source; of tables of events one for each source. */
  latest: z.array(LastReading),
  /** Sources whose columns are not public: what to look for in their files. */
  builtIn: z.array(z.object({ name: z.string(), title: z.string(), kind: z.string(), wanted: z.array(z.string()) })),
});
export type ImportProfiles = z.infer<typeof ImportProfiles>;
