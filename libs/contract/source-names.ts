import { z } from 'zod';
import { eventKinds } from '#domain/events/kind.js';
import { vocabularies } from '#domain/events/vocabulary.js';

/** What a name of another vocabulary stands for; `ignored` = nothing that counts. */
export const NameUse = z.enum([...eventKinds, 'ignored']);
export type NameUse = z.infer<typeof NameUse>;

const Name = z.object({ vocabulary: z.enum(vocabularies), name: z.string() });

export const UnmappedName = Name.extend({
  /** How often it came since it was first seen. */
  times: z.int(),
  /** UTC day on which it came last. */
  lastDay: z.iso.date(),
});
export type UnmappedName = z.infer<typeof UnmappedName>;

export const MappedName = Name.extend({ use: NameUse });
export type MappedName = z.infer<typeof MappedName>;

/** Answer of `GET /v1/organizations/:org/sources/:source/names`. Names only, never who did it. */
export const SourceNames = z.object({
  /** Those that came and mean nothing yet: counted as other acts. At most 200, the most frequent first. */
  unmapped: z.array(UnmappedName),
  /** What was said of names for this source. */
  own: z.array(MappedName),
  /** What names mean where nothing was said. */
  usual: z.array(MappedName),
});
export type SourceNames = z.infer<typeof SourceNames>;

/** Body of `PUT /v1/organizations/:org/sources/:source/names`; `usual` takes back what was said. */
export const NewNameUse = z.strictObject({
  vocabulary: z.enum(vocabularies),
  name: z.string().trim().min(1).max(200),
  use: z.enum([...NameUse.options, 'usual']),
});
export type NewNameUse = z.infer<typeof NewNameUse>;
