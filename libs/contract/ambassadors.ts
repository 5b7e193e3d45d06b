import { z } from 'zod';
import { Day, Measured, PublishedWeek, Sentence } from './published.js';

/** Answer of `GET /v1/organizations/:org/ambassadors?week=`. All of it is declared, hence exact. */

/** Against the band of 10 to 20 % of the people. */
export const CoverageState = z.enum(['none', 'below', 'inside', 'above']);
export type CoverageState = z.infer<typeof CoverageState>;

export const Coverage = z.object({
  node: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  wave: z.string().nullable(),
  headcount: z.number(),
  ambassadors: z.number(),
  /** K60. */
  coverage: Measured,
  state: CoverageState,
  /** Ambassadors to find to enter the band; 0 inside or above it. */
  missing: z.number(),
});
export type Coverage = z.infer<typeof Coverage>;

export const Mandate = z.object({
  role: z.enum(['ambassador', 'sponsor', 'community_manager']),
  /** Null while the directory has not named the holder. */
  name: z.string().nullable(),
  entity: z.string().nullable(),
  entityName: z.string().nullable(),
  /** Null = since always. */
  from: Day.nullable(),
  /** First day without the mandate; null = open. */
  to: Day.nullable(),
  /** Days held so far (until `to` for a mandate that has ended). */
  days: z.number().nullable(),
  running: z.boolean(),
  /** Length against 3 to 6 months: planned when an end is known, so far otherwise. */
  length: z.enum(['shorter', 'inside', 'longer']).nullable(),
});
export type Mandate = z.infer<typeof Mandate>;

export const Ambassadors = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  band: z.object({ low: z.number(), high: z.number() }),
  months: z.object({ low: z.number(), high: z.number() }),
  overall: Coverage.nullable(),
  /** Every place of the tree, the root excluded. */
  coverage: z.array(Coverage),
  /** Smallest places of the tree by their state, and the ambassadors missing in all. */
  counts: z.object({ none: z.number(), below: z.number(), inside: z.number(), above: z.number(), missing: z.number() }),
  mandates: z.array(Mandate),
  /** Of the ambassadors in office, in days; null without one. */
  medianDays: z.number().nullable(),
  sentence: Sentence,
});
export type Ambassadors = z.infer<typeof Ambassadors>;
