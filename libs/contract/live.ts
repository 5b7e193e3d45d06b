import { z } from 'zod';
import { Day } from './published.js';

/** The newest closed week that is published. */
export const LivePublication = z.object({ weekEnd: Day, publishedAt: z.iso.datetime() });
export type LivePublication = z.infer<typeof LivePublication>;

/** What came from one source in the hour that runs: of the organisation, never of an entity. */
export const LiveSource = z.object({
  id: z.int(),
  /** Beginning of the hour. */
  hour: z.iso.datetime(),
  received: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  lagSeconds: z.int().nullable(),
});
export type LiveSource = z.infer<typeof LiveSource>;

/**
 * Answer of `GET /v1/organizations/:org/live`. Asked for as `text/event-stream`, it goes on: an event `publication` or
 * `sources` with each that has changed.
 */
export const Live = z.object({
  publication: LivePublication.nullable(),
  /** Null for whoever may not read the sources. */
  sources: z.array(LiveSource).nullable(),
});
export type Live = z.infer<typeof Live>;
