import { z } from 'zod';
import { Forecast, TotalForecast } from './forecast.js';
import { NodeKind, WaveKind } from './organization.js';
import { Day, Estimate, Interval, Measured, PublishedWeek, Sentence } from './published.js';

/** Answer of `GET /v1/organizations/:org/rollout?week=`. */

export const FunnelStep = z.object({
  step: z.enum(['planned', 'invited', 'activated', 'connected', 'engaged']),
  people: Interval.nullable(),
  ofPlanned: Measured,
  /** Null for the first step. */
  ofPrevious: Measured.nullable(),
});
export type FunnelStep = z.infer<typeof FunnelStep>;

/** Cumulative share of planned people who are activated. Weeks to come have a plan and no actual. */
export const CurvePoint = z.object({
  weekEnd: Day,
  plan: z.number().nullable(),
  actual: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** What is published behind the actual share, people activated over people planned; null where nothing is. */
  numerator: Interval.nullable(),
  denominator: Interval.nullable(),
});
export type CurvePoint = z.infer<typeof CurvePoint>;

const progress = {
  /** Sunday that the counts speak of: small places publish theirs at block ends; null when none is published. */
  asOf: Day.nullable(),
  /** Smallest published places, as in `sites`. */
  entities: z.object({ planned: z.number(), opened: z.number() }),
  people: z.object({ planned: Interval.nullable(), opened: Interval.nullable(), activated: Interval.nullable() }),
  /** Activated over planned people (K08). */
  activation: Measured,
  /** Share of planned people that the plan had activated by that Sunday; null without a plan. */
  plannedShare: z.number().nullable(),
  /** Days behind the plan; negative = ahead; null when nothing can be compared. */
  slipDays: z.number().nullable(),
  /** Actual over planned activation (K08b); null before the plan begins. */
  scheduleIndex: Estimate.nullable(),
  curve: z.array(CurvePoint),
  funnel: z.array(FunnelStep),
};

/**
 * `late`: planned to be open and is not. `reached`: its target, closed or not. `unsure`: what is published leaves open
 * whether it has. `missed`: open past the date of its target, and below it. `closed`: ended below its target.
 */
export const RolloutState = z.enum(['waiting', 'late', 'open', 'missed', 'unsure', 'reached', 'closed']);
export type RolloutState = z.infer<typeof RolloutState>;

export const RolloutWave = z.object({
  key: z.string(),
  name: z.string(),
  kind: WaveKind,
  madeOf: z.enum(['entities', 'people']),
  position: z.number(),
  plannedStart: Day,
  plannedEnd: Day,
  actualStart: Day.nullable(),
  actualEnd: Day.nullable(),
  target: z.number(),
  state: RolloutState,
  ...progress,
  /** Names of the places shared with another wave, counted in neither. */
  mixed: z.array(z.string()),
  sentence: Sentence,
  /** Null unless the wave is open and its target still to be reached. */
  forecast: Forecast.nullable(),
});
export type RolloutWave = z.infer<typeof RolloutWave>;

/** The smallest published places inside waves. */
export const RolloutSite = z.object({
  node: z.string(),
  kind: NodeKind,
  name: z.string(),
  /** Names of the entities read together in it. */
  members: z.array(z.string()),
  /** Keys of the wave that holds it, or of all that share it, the first to open first. */
  waves: z.array(z.string()),
  /** Of the first of them. */
  plannedStart: Day,
  opened: Day.nullable(),
  headcount: z.number(),
  /** Sunday of `activation`; null when none is published. */
  asOf: Day.nullable(),
  activation: Measured,
  /** `planless` where waves share it. */
  state: z.enum([...RolloutState.options, 'planless']),
});
export type RolloutSite = z.infer<typeof RolloutSite>;

export const Rollout = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  waves: z.array(RolloutWave),
  sites: z.array(RolloutSite),
  /** All waves of entities together; null without a wave or a publication. */
  total: z.object({ ...progress, forecast: TotalForecast.nullable() }).nullable(),
  sentence: Sentence,
});
export type Rollout = z.infer<typeof Rollout>;
