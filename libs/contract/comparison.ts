import { z } from 'zod';
import { IndicatorKey, Window } from './indicators.js';
import { WaveKind } from './organization.js';
import { Day, Estimate, Measured, PublishedWeek, Sentence } from './published.js';

/** Query and answer of `GET /v1/organizations/:org/comparison`. */

export const ComparisonQuery = z.object({
  week: Day.optional(),
  /** Keys of waves; the first two are compared. Without it, the pilot and the first wave of the rollout. */
  compare: z
    .preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(z.string()).min(1))
    .optional(),
  align: z.enum(['launch', 'calendar']).default('launch'),
  indicator: IndicatorKey.default('K20'),
  window: z.preprocess((text) => (typeof text === 'string' ? Number(text) : text), Window).optional(),
});
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

/** `week`: whole weeks since the launch (0 = the week of the launch). `n`: people at risk under the point. */
export const ComparisonPoint = Measured.extend({ week: z.number(), weekEnd: Day });
export type ComparisonPoint = z.infer<typeof ComparisonPoint>;

export const ComparisonSeries = z.object({
  wave: z.string(),
  name: z.string(),
  kind: WaveKind,
  position: z.number(),
  launch: Day.nullable(),
  /** Places of the tree that were summed, and those left out because another wave shares them. */
  sites: z.number(),
  mixed: z.array(z.string()),
  points: z.array(ComparisonPoint),
});
export type ComparisonSeries = z.infer<typeof ComparisonSeries>;

/** First wave less second, at the last week that both have. */
export const ComparisonDifference = z.object({
  week: z.number(),
  first: z.object({ wave: z.string(), weekEnd: Day, rate: Measured }),
  second: z.object({ wave: z.string(), weekEnd: Day, rate: Measured }),
  /** As a share: 0.06 = six points; Newcombe 95 % over both ends. */
  difference: Estimate,
  /** Of the two-proportion test on the centres, before any cluster correction. */
  z: z.number().nullable(),
  p: z.number().nullable(),
});
export type ComparisonDifference = z.infer<typeof ComparisonDifference>;

export const Comparison = z.object({
  indicator: IndicatorKey,
  window: Window.nullable(),
  align: z.enum(['launch', 'calendar']),
  freshness: PublishedWeek.nullable(),
  series: z.array(ComparisonSeries),
  /** Null without a common week. */
  latest: ComparisonDifference.nullable(),
  /** What was observed, how far it reaches, what would settle it. */
  observed: Sentence,
  reach: Sentence,
  settle: Sentence,
});
export type Comparison = z.infer<typeof Comparison>;
