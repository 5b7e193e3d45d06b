import { z } from 'zod';

export const SourceKey = z.object({
  id: z.uuid(),
  /** The part of the key that may be shown. */
  prefix: z.string(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  /** The last day on which it opens; null = until it is revoked. */
  expiresOn: z.string().nullable(),
});
export type SourceKey = z.infer<typeof SourceKey>;

export const SourceHour = z.object({
  /** Its beginning. */
  hour: z.iso.datetime(),
  received: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** Documents of a stream that are no event although nothing is wrong with them. */
  skipped: z.int(),
  droppedFields: z.int(),
  /** Largest delay of an event; null where a file brought them. */
  lagSeconds: z.int().nullable(),
});
export type SourceHour = z.infer<typeof SourceHour>;

/** How many hours are told of a source, the one that runs being the last. */
export const hoursShown = 48;
const hourLength = 3_600_000;

/** When they begin: on the hour, as what is counted by hours does, so that what is counted beside it has the same span. */
export const shownSince = (now: Date): Date =>
  new Date((Math.floor(now.getTime() / hourLength) - (hoursShown - 1)) * hourLength);

export const Source = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.enum(['http', 'file', 'pull']),
  createdAt: z.iso.datetime(),
  keys: z.array(SourceKey),
  /** Of the hours shown, those in which something came, in their order. */
  hours: z.array(SourceHour),
  /** Beginning of the last hour in which something came, however long ago; null = never. */
  lastHour: z.iso.datetime().nullable(),
  /** Largest delay within that hour. */
  lagSeconds: z.int().nullable(),
  /** Of the lines refused within the hours shown, those that the same file had refused before. */
  refusedAgain: z.int(),
});
export type Source = z.infer<typeof Source>;

/** Answer of `GET /v1/organizations/:org/sources`. Never per entity, never per person. */
export const Sources = z.object({ sources: z.array(Source) });
export type Sources = z.infer<typeof Sources>;

/** Body of `POST /v1/organizations/:org/sources`. */
export const NewSource = z.strictObject({ name: z.string().trim().min(1).max(100) });
export type NewSource = z.infer<typeof NewSource>;

/** Its answer. */
export const SourceCreated = z.object({ id: z.int(), name: z.string() });
export type SourceCreated = z.infer<typeof SourceCreated>;

/** Answer of `POST /v1/organizations/:org/sources/:source/keys`. */
export const KeyCreated = z.object({
  id: z.uuid(),
  prefix: z.string(),
  /** Shown this once. */
  key: z.string(),
});
export type KeyCreated = z.infer<typeof KeyCreated>;
