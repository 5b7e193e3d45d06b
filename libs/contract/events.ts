import { z } from 'zod';

/** What `POST /v1/events` takes at most; told in every refusal that is about size. */
export const ingestLimits = { events: 1000, bodyBytes: 5 * 1024 * 1024, eventBytes: 32 * 1024 };

export const EventError = z.object({
  /** Place in the batch, from 0. */
  index: z.int(),
  /** As it was sent; null where it could not be read or repeated. */
  id: z.string().nullable(),
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
});
export type EventError = z.infer<typeof EventError>;

/** Answer of `POST /v1/events`: 202, or 422 when nothing went in and something was refused. */
export const IngestAnswer = z.object({
  received: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  /** Documents of another vocabulary that are no event although nothing is wrong with them. */
  skipped: z.int(),
  /** Fields that are none of ours, which were left out. */
  dropped_fields: z.int(),
  errors: z.array(EventError),
  batch_id: z.uuid(),
  dry_run: z.boolean(),
});
export type IngestAnswer = z.infer<typeof IngestAnswer>;

/** Answer of the calls that Segment's clients make: 200 with the same counts, whatever became of the messages. */
export type SegmentAnswer = IngestAnswer & { success: true };
