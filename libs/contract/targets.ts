import { z } from 'zod';
import { targetStates } from '#domain/targets/target.js';
import { IndicatorKey } from './indicators.js';
import { Day, PublishedWeek, Sentence } from './published.js';
import { DatedMeasure } from './usage.js';

/**
 * Answer of `GET /v1/organizations/:org/targets?week=`: what was set, and how it stands in that week. Set and taken back as
 * declared facts of the kind `targets`.
 */

export const Target = z.object({
  /** A wave or an entity; empty = the whole organisation. */
  scope: z.string(),
  of: z.enum(['organisation', 'wave', 'entity']),
  /** Of the wave or entity; empty for the whole. */
  name: z.string(),
  indicator: IndicatorKey,
  /** Days; 0 = a state. */
  windowDays: z.int(),
  /** By which day, included. */
  dueOn: Day,
  /** Shares from 0 to 1; one of both ends at least. */
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
  /** The Sunday whose figure decides: the last one up to the day. */
  judgedOn: Day,
  /**
   * `open`: not there yet, with days left; `late`: there, but not by the day; `unsure`: what is published lies on both
   * sides; `untold`: nothing is published of it.
   */
  state: z.enum(targetStates),
  sentence: Sentence,
  /** As last published in the week shown, and of the Sunday on which it is judged; null = not published. */
  now: DatedMeasure.nullable(),
  due: DatedMeasure.nullable(),
});
export type Target = z.infer<typeof Target>;

export const Targets = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  /** Of the whole first, then waves, then entities; each by day. */
  targets: z.array(Target),
});
export type Targets = z.infer<typeof Targets>;
