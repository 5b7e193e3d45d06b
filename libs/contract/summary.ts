import { z } from 'zod';
import { IndicatorKey, Window } from './indicators.js';
import { ActiveDefinition } from './organization.js';
import { CurvePoint } from './rollout.js';
import { Day, Measured, PublishedWeek, Sentence } from './published.js';

/** Answer of `GET /v1/organizations/:org/summary?week=`: the one page of the sponsor. */

/**
 * `trend`: up or down only where the published ends of both periods do not touch; stable only where they leave no room
 * for more than a tenth; `unclear` otherwise.
 */
export const SummaryNumber = z.object({
  key: IndicatorKey,
  window: Window.nullable(),
  /** Sunday that the number speaks of: a state of small places is published at block ends. */
  asOf: Day,
  now: Measured,
  /** The same, one window (four weeks for a state) earlier; null when that was not published. */
  before: Measured.nullable(),
  beforeEnd: Day.nullable(),
  trend: z.enum(['up', 'down', 'stable', 'unclear', 'unknown']),
  /** Its weeks so far, oldest first, at most a quarter; null where nothing is published of the whole window. */
  past: z.array(z.object({ weekEnd: Day, value: z.number().nullable() })),
  sentence: Sentence,
  /** Sources that alone tell of it, where others say nothing of it; absent where all do. */
  onlyFrom: z.array(z.string()).optional(),
});
export type SummaryNumber = z.infer<typeof SummaryNumber>;

export const PointOfAttention = Sentence.extend({
  /** Node or wave to open; absent when it concerns everyone. */
  node: z.string().optional(),
  wave: z.string().optional(),
  /** One of the ten errors of the diagnostic. */
  check: z.string().optional(),
});
export type PointOfAttention = z.infer<typeof PointOfAttention>;

/** What the house itself calls active: of everyone, and of the places right below the top. */
export const HouseActive = z.object({
  definition: ActiveDefinition,
  number: SummaryNumber,
  places: z.array(z.object({ node: z.string(), name: z.string(), headcount: z.number(), now: Measured })),
});
export type HouseActive = z.infer<typeof HouseActive>;

export const Summary = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  /** Where the rollout stands against its plan. */
  sentence: Sentence,
  /** Activated over planned, connection over 28 days, engagement. */
  numbers: z.array(SummaryNumber),
  /** Null while the house has no definition of its own. */
  active: HouseActive.nullable(),
  curve: z.array(CurvePoint),
  /** Everything that asks for a decision, the gravest first. */
  attention: z.array(PointOfAttention),
});
export type Summary = z.infer<typeof Summary>;
