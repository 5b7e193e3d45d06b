import { z } from 'zod';
import { Day, Interval, Measured, PublishedWeek, Sentence } from './published.js';

/** Answer of `GET /v1/organizations/:org/communities?week=`. */

/** Share of groups alive by age, with its 95 % interval and how many could still die. */
export const SurvivalPoint = z.object({
  week: z.number(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  atRisk: z.number(),
});
export type SurvivalPoint = z.infer<typeof SurvivalPoint>;

/** By members who write: few, a minority, most of them and mutually; null under ten members. */
export const Stage = z.enum(['diffusion', 'community', 'network']);
export type Stage = z.infer<typeof Stage>;

/** How much managers speak in a group. */
export const Zone = z.enum(['absent', 'occasional', 'present', 'omnipresent']);
export type Zone = z.infer<typeof Zone>;

/** A share in the middle of what is published, with its counts. */
const PartOf = z.object({ value: z.number(), part: Interval, of: Interval });
export type PartOf = z.infer<typeof PartOf>;

export const Community = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  /** The Sunday that its numbers speak of: small groups are published at block ends. */
  weekEnd: Day,
  createdOn: Day.nullable(),
  /** Month of its life at the week shown, from 1, of so many planned; null where nobody said. */
  month: z.number().nullable(),
  plannedMonths: z.number().nullable(),
  /** Null where the source names no owner of any group. */
  owned: z.boolean().nullable(),
  members: Interval,
  active: Interval,
  /** Active people of 28 days among those of 12 months, and its colour. */
  health: PartOf.nullable(),
  colour: z.enum(['green', 'amber', 'red']).nullable(),
  stage: Stage.nullable(),
  /** Posts and comments of 28 days; null where too few people wrote them. */
  messages: Interval.nullable(),
  /** Posts that somebody else answered. */
  answered: PartOf.nullable(),
  zone: Zone.nullable(),
  /** Median hours to a resolution, of process groups. */
  resolutionHours: z.number().nullable(),
  resolved: z.number().nullable(),
});
export type Community = z.infer<typeof Community>;

/** A way of working that a group took over: the declared time before beside the measured one. */
export const ProcessTime = z.object({
  key: z.string(),
  name: z.string(),
  group: z.string(),
  groupName: z.string(),
  tag: z.string().nullable(),
  replacedOn: Day.nullable(),
  /** Declared median hours to a resolution before, and where that figure comes from. */
  beforeHours: z.number().nullable(),
  source: z.string().nullable(),
  /** Measured in the group over 91 days; null where it is too small to be named, or nothing is resolved. */
  afterHours: z.number().nullable(),
  resolved: z.number().nullable(),
  /** After over before; 0.5 = twice as fast. */
  ratio: z.number().nullable(),
  /** Name of the process whose pattern it repeats. */
  copiedFrom: z.string().nullable(),
});
export type ProcessTime = z.infer<typeof ProcessTime>;

export const Communities = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  sentence: Sentence,
  /** Open groups, all of them. */
  groups: Interval.nullable(),
  /** Groups that a source or a file named, whether or not anything of them is published that week. */
  known: z.int(),
  /** Whether events name groups, listed or not. */
  heard: z.boolean(),
  /** Sources that alone say what is commented, where others with posts do not; empty where all do, or none. */
  answersFrom: z.array(z.string()),
  /** Whether any source says who joined a group; else its members are only those who took part. */
  joiningsTold: z.boolean(),
  figures: z.record(z.string(), Measured),
  survival: z.array(SurvivalPoint),
  /** Groups that are large enough to be named. */
  communities: z.array(Community),
  processes: z.array(ProcessTime),
});
export type Communities = z.infer<typeof Communities>;
