import { z } from 'zod';
import { Day, Estimate, Interval, Measured, PublishedWeek, Sentence } from './published.js';
import { OwnGroups, Voice } from './voice.js';

/** Query and answer of `GET /v1/organizations/:org/exemplarity?week=&node=`. */

export const ExemplarityQuery = z.object({ week: Day.optional(), node: z.string().optional() });
export type ExemplarityQuery = z.infer<typeof ExemplarityQuery>;

/** Daily: active on 80 % of the working days of 28. Weekly: active in 7 days. Posting: posted or commented in 28 days. */
const shares = { people: Interval.nullable(), daily: Measured, weekly: Measured, posting: Measured };

/** Managers less the others; `ratio` null where the others' rate is nil. */
export const Gap = z.object({ points: Estimate, ratio: Estimate.nullable() });
export type Gap = z.infer<typeof Gap>;

export const ExemplarityLevel = z.object({
  /**
   * `managers` for all levels together, else `level-N`, or `level-0+level-1` where small levels were joined; `level-none`
   * (without `levels`) for those of whom none is known.
   */
  key: z.string(),
  levels: z.array(z.number()),
  ...shares,
  /** Null where there are too few managers. */
  gaps: z.object({ daily: Gap.nullable(), weekly: Gap.nullable(), posting: Gap.nullable() }),
  tooFew: z.boolean(),
});
export type ExemplarityLevel = z.infer<typeof ExemplarityLevel>;

export const Exemplarity = z.object({
  week: Day.nullable(),
  /** Sundays of the 28-day numbers, and of the 7-day ones: the newest that tell something, less than four weeks before `week`. */
  windowEnd: Day.nullable(),
  weeklyEnd: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  node: z.string().nullable(),
  overall: ExemplarityLevel.nullable(),
  levels: z.array(ExemplarityLevel),
  /** False where the directory says neither levels nor who reports to whom. */
  levelsKnown: z.boolean(),
  others: z.object(shares).nullable(),
  /** Managers among all people of the place, 0 to 1; null where one of both counts is not published. */
  managersShare: z.number().nullable(),
  /** Node to look at instead when this one has too few managers. */
  seeAbove: z.object({ node: z.string(), name: z.string(), managers: Interval.nullable() }).nullable(),
  /** Of the whole organisation, whatever the place; null before the first publication. */
  ownGroups: OwnGroups.nullable(),
  voice: Voice.nullable(),
  /** K56 of the organisation; `declared`: managers counted by hand for the launch message, where nothing is measured. */
  relay: z.object({ measured: Measured, declared: Measured.nullable() }).nullable(),
  sentence: Sentence,
});
export type Exemplarity = z.infer<typeof Exemplarity>;
