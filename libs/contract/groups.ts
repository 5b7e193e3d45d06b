import { z } from 'zod';
import { suggestedKinds } from '#domain/communities/suggested-kind.js';

/** Answer of `GET /v1/organizations/:org/groups`: every group that a file named, and what kind it is said to be. */

export const Group = z.object({
  key: z.string(),
  name: z.string(),
  /** As it counts now; null where nobody said. Files may use other words than those offered here. */
  kind: z.string().nullable(),
  kindInFile: z.string().nullable(),
  /** Said by hand: a later file does not change it. */
  byHand: z.boolean(),
  /** What its template or its name speaks for; null where neither says so. */
  suggestion: z.enum(suggestedKinds).nullable(),
});
export type Group = z.infer<typeof Group>;

export const Groups = z.object({ groups: z.array(Group) });
export type Groups = z.infer<typeof Groups>;

/** What may be said by hand; `as_imported` takes it back, null = none of them. */
export const NewKind = z.enum([...suggestedKinds, 'as_imported']).nullable();
export type NewKind = z.infer<typeof NewKind>;

/** Body of `PUT /v1/organizations/:org/groups/kinds`: all of them or none. */
export const KindChanges = z.strictObject({
  changes: z
    .array(z.strictObject({ group: z.string().min(1).max(256), kind: NewKind }))
    .min(1)
    .max(5000),
});
export type KindChanges = z.infer<typeof KindChanges>;

/** Its answer. */
export const KindsChanged = z.object({ changed: z.int() });
export type KindsChanged = z.infer<typeof KindsChanged>;
