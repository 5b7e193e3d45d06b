import { z } from 'zod';
import { unknownReasons } from '#domain/alerts/alerts.js';
import { contactOutcomes } from '#domain/declared/facts.js';
import { standings } from '#domain/rollout/standing.js';
import { NodeKind } from './organization.js';
import { Day, Measured, PublishedWeek, Sentence } from './published.js';

/** Answer of `GET /v1/organizations/:org/follow-up?week=`: whom to call, and why. */

/** People who signed in during the window that ends on `weekEnd` (activated by then, against a plan), and what is expected. Shares of those present. */
export const FollowedWeek = z.object({
  weekEnd: Day,
  share: z.number(),
  /** Where 19 of 20 comparable entities lie, or from four fifths of the plan to the plan; null where nothing is expected. */
  expected: z.object({ value: z.number(), low: z.number(), high: z.number(), peers: z.number() }).nullable(),
});
export type FollowedWeek = z.infer<typeof FollowedWeek>;

export const FollowedEntity = z.object({
  place: z.string(),
  /** Entities that the place stands for, to declare a call with. */
  entities: z.array(z.string()),
  /** The own staff of a parent and what is read together have the name of the parent: pages tell them apart by `kind`. */
  kind: NodeKind,
  name: z.string(),
  /** Names of the entities joined in it. */
  members: z.array(z.string()),
  headcount: z.number(),
  /** Names of the wave that holds it, or of all that share it. */
  waves: z.array(z.string()),
  window: z.union([z.literal(7), z.literal(28)]),
  /** `plan`: too few comparable entities, hence people activated against the plan of the wave. */
  against: z.enum(['peers', 'plan']),
  /** People who signed in during the seven days to the week shown (K04.login), whatever the place is held against. */
  signedIn: Measured,
  weeks: z.array(FollowedWeek),
  /** Against the plan of its wave (people activated), as the page of entities tells it. */
  plan: z.enum(standings),
  /** First Sunday of the present run below what is expected; null when the last week is not below. */
  since: Day.nullable(),
  evidence: Sentence.nullable(),
  /** What to ask there; null where nobody has to be called. */
  question: Sentence.nullable(),
  /** Below comparable entities two weeks running: it alerts, or is too small to and is called first. */
  low: z.boolean(),
  lastCall: z.object({ calledOn: Day, outcome: z.enum(contactOutcomes) }).nullable(),
});
export type FollowedEntity = z.infer<typeof FollowedEntity>;

export const FollowUpAlert = z.object({
  /** `above`: the place above its entities; `shock`: a declared event. */
  cause: z.enum(['entity', 'above', 'shock']),
  name: z.string(),
  evidence: Sentence,
  question: Sentence,
  entities: z.array(FollowedEntity),
});
export type FollowUpAlert = z.infer<typeof FollowUpAlert>;

export const FollowUp = z.object({
  freshness: PublishedWeek.nullable(),
  sentence: Sentence,
  alerts: z.array(FollowUpAlert),
  /** Too small for an automatic alert: those that are low first, then the longest since the last call. */
  small: z.array(FollowedEntity),
  /** Were below their course within eight weeks, and are no more. */
  back: z.array(FollowedEntity),
  /** `judged`: large enough to be, by themselves. `reasons`: why the `unknown` ones are not, nor called as small ones. */
  counts: z.object({
    all: z.number(),
    judged: z.number(),
    onCourse: z.number(),
    unknown: z.number(),
    reasons: z.record(z.enum(unknownReasons), z.number()),
  }),
});
export type FollowUp = z.infer<typeof FollowUp>;
