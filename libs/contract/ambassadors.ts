import { z } from 'zod';
import { Day, Measured, PublishedWeek, Sentence, WeekQuery } from './published.js';

/** Answer of `GET /v1/organizations/:org/ambassadors?week=&node=`. All of it is declared, hence exact. */

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
  /** Names of the entities read together here for which nobody is in office, though somebody is for others of them. */
  without: z.array(z.string()),
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
  /** Whole calendar months of them. */
  months: z.number().nullable(),
  /** Days in all, of a mandate still running whose end is known. */
  planned: z.number().nullable(),
  running: z.boolean(),
  /** Of ambassadors: length against 3 to 6 months, planned when an end is known, so far otherwise. */
  length: z.enum(['shorter', 'inside', 'longer']).nullable(),
});
export type Mandate = z.infer<typeof Mandate>;

/** `node` = only that place and what lies below it. */
export const AmbassadorsQuery = WeekQuery.extend({ node: z.string().optional() });
export type AmbassadorsQuery = z.infer<typeof AmbassadorsQuery>;

/** Ambassadors against everyone by what the directory says of them: declared, hence exact. */
export const Profile = z.object({
  /** `maturity`: as the place of the people declared it in a survey: `low`, `middle` or `high`. */
  dimension: z.enum(['site', 'trade', 'level', 'maturity']),
  rows: z.array(z.object({ category: z.string(), people: z.number(), ambassadors: z.number(), expected: z.number() })),
  /** Chi-square of ambassadors in proportion to people, small classes joined; null with too few to test. */
  test: z.object({ chiSquare: z.number(), df: z.number(), p: z.number() }).nullable(),
});
export type Profile = z.infer<typeof Profile>;

/** Answer of `GET /v1/organizations/:org/ambassadors/relays`: volunteers only. */
export const RelayProposals = z.object({
  people: z.array(z.object({ name: z.string().nullable(), entity: z.string().nullable() })),
});
export type RelayProposals = z.infer<typeof RelayProposals>;

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
  /** Of the whole organisation, dimensions the directory knows. */
  profiles: z.array(Profile),
  /** K62, from ten ambassadors upward. */
  activity: Measured,
  /** What ambassadors say of their own last 28 days, because they want to: declared, summed; null without a report. */
  reports: z.object({ people: z.number(), posts: z.number(), replies: z.number(), feedback: z.number() }).nullable(),
  /** Of the ambassadors in office, in days; null without one. */
  medianDays: z.number().nullable(),
  sentence: Sentence,
});
export type Ambassadors = z.infer<typeof Ambassadors>;
