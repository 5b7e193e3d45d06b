import { z } from 'zod';
import { noEffects } from '#domain/declared/action-effect.js';
import { actionKinds, actionStates, audiences } from '#domain/declared/action.js';
import { adkar, barrierDoubts } from '#domain/declared/barrier.js';
import { appointmentRhythms } from '#domain/declared/facts.js';
import { Day, Estimate, Interval, Measured, PublishedWeek, Sentence } from './published.js';

/** Answer of `GET /v1/organizations/:org/animation?week=`: what was done, whom it reached, what it changed. */

export const ActionEffect = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('refused'),
    reason: z.enum(noEffects),
    shock: z.string().optional(),
  }),
  z.object({
    verdict: z.enum(['up', 'down', 'cannot_tell']),
    effect: Estimate,
    /** What the published counts alone leave open of it. */
    published: Interval,
    detectable: z.number(),
    treated: z.number(),
    controls: z.number(),
  }),
]);
export type ActionEffect = z.infer<typeof ActionEffect>;

export const LedAction = z.object({
  key: z.string(),
  kind: z.enum(actionKinds),
  name: z.string(),
  state: z.enum(actionStates),
  startsOn: Day,
  /** Last day, included. */
  endsOn: Day,
  /** Names of the entities; empty = the whole organisation. */
  entities: z.array(z.string()),
  audience: z.enum(audiences),
  /** Declared: lines of its list, else its turnout; null where neither is known. */
  participants: z.number().nullable(),
  effect: ActionEffect,
});
export type LedAction = z.infer<typeof LedAction>;

/** One question of one survey, in the whole organisation. */
export const SurveyShare = z.object({
  survey: z.string(),
  name: z.string(),
  askedOn: Day,
  question: z.string(),
  wording: z.string(),
  about: z.string(),
  /** Share of the respondents whose answer counts, and those answers. */
  share: Measured,
  counted: z.array(z.string()),
  respondents: z.number(),
  /** The same weighted to the people of each place, beside the plain share; null where there is nothing to weigh by. */
  weighted: Estimate.extend({ effectiveN: z.number(), covered: z.number() }).nullable(),
  /** Of those asked; null where nobody knows how many they were. */
  responseRate: z.number().nullable(),
  /** Since the survey before that asked it in the same words; null without one. */
  /** `n`: of the same people those who answered both, else the respondents of each, the later first. */
  change: z.object({ difference: Estimate, paired: z.boolean(), n: z.array(z.number()), since: Day }).nullable(),
});
export type SurveyShare = z.infer<typeof SurveyShare>;

/** Declared daily use beside what the log shows of everyone (K81); null without such a question. */
export const DeclaredDaily = z.object({
  declared: Measured,
  observed: Measured,
  /** Connected within a year: nobody comes daily who did not come once. */
  ceiling: Measured,
  verdict: z.enum(['possible', 'impossible', 'unknown']),
});
export type DeclaredDaily = z.infer<typeof DeclaredDaily>;

/** A place of a survey: cells of at least k respondents, which are not those of the other pages. */
const surveyedPlace = {
  key: z.string(),
  kind: z.enum(['node', 'cell', 'direct', 'rest']),
  /** Of the entity; of the one above for what is read together; null for the whole of an organisation without a top. */
  name: z.string().nullable(),
  /** Names of what is read together. */
  members: z.array(z.string()),
  respondents: z.number(),
};

/** K82. */
export const BarrierPlace = z.object({
  ...surveyedPlace,
  /** `none`: all five elements lie above 3. */
  verdict: z.enum(['barrier', 'none', 'unknown']),
  /** The one that holds people back, or the first of which nothing can be said. */
  element: z.enum(adkar).nullable(),
  /** Why nothing can be said of it. `unsure`: the mean lies on both sides of 3, for what is published. */
  doubt: z.enum(barrierDoubts).nullable(),
  /** Least and greatest mean that the published counts allow, from 1 to 5. */
  mean: Interval.nullable(),
  n: Interval.nullable(),
});
export type BarrierPlace = z.infer<typeof BarrierPlace>;

/** Of the newest survey that asks about them, the whole organisation first. */
export const Barriers = z.object({ survey: z.string(), name: z.string(), askedOn: Day, places: z.array(BarrierPlace) });
export type Barriers = z.infer<typeof Barriers>;

/** K83: share of the respondents, and the same less the published baseline. */
export const EmailPlace = z.object({ ...surveyedPlace, share: Measured, gap: Estimate.nullable() });
export type EmailPlace = z.infer<typeof EmailPlace>;

export const EmailShare = z.object({
  survey: z.string(),
  question: z.string(),
  wording: z.string(),
  askedOn: Day,
  /** Key of the baseline among the benchmarks of `GET /v1/definitions`, and its share. */
  benchmark: z.string(),
  baseline: z.number(),
  places: z.array(EmailPlace),
});
export type EmailShare = z.infer<typeof EmailShare>;

/** What comes back on the network, as planned: who animates it, and how much time they are given. */
export const Appointment = z.object({
  key: z.string(),
  name: z.string(),
  every: z.enum(appointmentRhythms),
  animator: z.string().nullable(),
  /** Working hours a month. */
  hours: z.number().nullable(),
  group: z.string().nullable(),
  startsOn: Day.nullable(),
  /** Last day, included; null = until further notice. */
  endsOn: Day.nullable(),
});
export type Appointment = z.infer<typeof Appointment>;

export const Animation = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  /** Newest first. */
  actions: z.array(LedAction),
  shocks: z.array(z.object({ key: z.string(), name: z.string(), startsOn: Day, endsOn: Day })),
  /** K84 over a year; null before the first publication. */
  reach: z.object({ people: Measured, managers: Measured }).nullable(),
  /** K27 over a quarter; null before the first publication. */
  seen: Measured.nullable(),
  appointments: z.array(Appointment),
  surveys: z.array(SurveyShare),
  daily: DeclaredDaily.nullable(),
  /** Null where no published survey asks. */
  barriers: Barriers.nullable(),
  email: EmailShare.nullable(),
  sentence: Sentence,
});
export type Animation = z.infer<typeof Animation>;
