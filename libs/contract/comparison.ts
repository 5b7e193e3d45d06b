import { z } from 'zod';
import { sideKinds, sideNamed } from '#domain/comparison/side.js';
import { sizeClasses } from '#domain/comparison/case-mix.js';
import { changeRefusals } from '#domain/comparison/change.js';
import { methods, refusals } from '#domain/comparison/reach.js';
import { IndicatorKey, Window } from './indicators.js';
import { Day, Estimate, Measured, PublishedWeek, Sentence, Interval } from './published.js';

/** Queries and answers of `GET /v1/organizations/:org/comparison` and `…/funnel-plot`. */

export const ComparisonDays = z
  .preprocess((text) => (typeof text === 'string' ? Number(text) : text), Window)
  .optional();

/** `wave:KEY` (or only `KEY`), `rollout:opened`, `entity:NODE`, `population:managers`, `period:SUNDAY`, `organisation:SLUG`. */
export const ComparisonSide = z.string().transform((text, context) => {
  const side = sideNamed(text);
  if (!side) context.addIssue({ code: 'custom', message: `“${text}” names no side of a comparison.` });
  return side ?? z.NEVER;
});

export const ComparisonQuery = z.object({
  week: Day.optional(),
  /** The first two are compared, the others drawn. Without it, the pilot and the first wave of the rollout. */
  compare: z
    .preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(ComparisonSide).min(1).max(8))
    .optional(),
  align: z.enum(['launch', 'calendar']).default('launch'),
  indicator: IndicatorKey.default('K20'),
  window: ComparisonDays,
  /** A Sunday: also the difference in differences since then. */
  since: Day.optional(),
  /** What cannot be defended is refused (`method_refused`): a plain test of two proportions across entities. */
  method: z.enum(['two_proportions', ...methods, 'difference_in_differences']).optional(),
});
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

/** `week`: whole weeks since the launch (0 = the week of the launch). `n`: people at risk under the point. */
export const ComparisonPoint = Measured.extend({
  ...{ week: z.number(), weekEnd: Day },
  /** Its interval at the design effect of its side (`reach`); null where no test tells how alike people of a site are. */
  betweenSites: Interval.nullable(),
});
export type ComparisonPoint = z.infer<typeof ComparisonPoint>;

/** A place of the published tree, with what `placeName` makes its name of. */
const NamedPlace = z.object({
  kind: z.enum(['node', 'cell', 'direct', 'rest']),
  name: z.string(),
  members: z.array(z.string()).readonly(),
});

export const ComparisonSeries = z.object({
  /** As in the query: `wave:pilot`. */
  side: z.string(),
  kind: z.enum(sideKinds),
  key: z.string(),
  name: z.string(),
  /** Of an entity: what tells it from the one above, whose name it may bear. */
  place: NamedPlace.nullable(),
  position: z.number(),
  launch: Day.nullable(),
  /** Sites (or entities) summed, and those left out because another side shares them. */
  sites: z.number(),
  mixed: z.array(NamedPlace),
  points: z.array(ComparisonPoint),
});
export type ComparisonSeries = z.infer<typeof ComparisonSeries>;

const both = <T extends z.ZodType>(item: T) => z.tuple([item, item]);

/** How far a difference reaches: cluster-corrected, by whole entities. */
export const Reach = z.object({
  method: z.enum(methods).nullable(),
  refusal: z.enum(refusals).nullable(),
  /** First less second, from end to end of what is published. */
  published: z.object({ low: z.number(), high: z.number() }),
  shock: z.string().nullable(),
  p: z.number().nullable(),
  /** The smallest and, `p`, the largest of what is published between two ends. */
  pLeast: z.number().nullable(),
  arrangements: z.number().nullable(),
  corrected: Estimate.nullable(),
  icc: z.number().nullable(),
  designEffect: both(z.number()).nullable(),
  effectiveN: both(z.number()).nullable(),
  /** Minimum detectable gap, as a share. */
  detectable: z.number().nullable(),
  /** What is counted and dealt whole; entities where the directory does not say which are sites. */
  unit: z.enum(['site', 'entity']),
  clusters: both(z.number()),
  hidden: both(z.number()),
});
export type Reach = z.infer<typeof Reach>;

const Standardised = Estimate.extend({ covered: z.number() });

/** Both sides with the mean of both mixes of sizes, over those that both have, and what of the gap the mix explains. */
export const CaseMix = z.object({
  strata: z.array(
    z.object({
      size: z.enum(sizeClasses.map(({ key }) => key)),
      weight: both(z.number()),
      rate: both(z.number().nullable()),
      /** People of that rate, as published. */
      counts: both(z.object({ numerator: Interval, denominator: Interval }).nullable()),
    }),
  ),
  /** Sundays on which the sites of each side are read. */
  days: both(Day),
  /** Share of the people of each side at sites of a size that the other has too. */
  comparable: both(z.number()),
  standardised: both(Standardised),
  /** Adds up to the gap shown; `apart`: sizes that one side lacks; `rest`: what sites read one by one leave unsaid. */
  split: z.object({ total: z.number(), apart: z.number(), mix: z.number(), behaviour: z.number(), rest: z.number() }),
  title: Sentence,
  sentence: Sentence,
});
export type CaseMix = z.infer<typeof CaseMix>;

/** `week`: whole weeks since the launch of that side. */
const ComparedRate = z.object({
  ...{ side: z.string(), week: z.number(), weekEnd: Day, rate: Measured },
  betweenSites: Interval.nullable(),
});

/** First side less second, at the last week that both have; since launch also at the nearest ages, where they share none. */
export const ComparisonDifference = z.object({
  first: ComparedRate,
  second: ComparedRate,
  /** As a share: 0.06 = six points; Newcombe 95 % between people, over both ends. */
  difference: Estimate,
  reach: Reach,
  caseMix: CaseMix.nullable(),
});
export type ComparisonDifference = z.infer<typeof ComparisonDifference>;

/** Difference in differences over entities, Welch 95 %. */
export const Change = z.object({
  from: Day,
  to: Day,
  difference: Estimate.nullable(),
  refusal: z.enum(changeRefusals).nullable(),
  shock: z.string().nullable(),
  sites: both(z.number()),
});
export type Change = z.infer<typeof Change>;

export const Comparison = z.object({
  indicator: IndicatorKey,
  window: Window.nullable(),
  align: z.enum(['launch', 'calendar']),
  freshness: PublishedWeek.nullable(),
  series: z.array(ComparisonSeries),
  /** Null without a common week. */
  latest: ComparisonDifference.nullable(),
  /** Null unless `since` was asked for. */
  change: Change.nullable(),
  /** What was observed, how far it reaches, what would settle it. */
  observed: Sentence,
  reach: Sentence,
  settle: Sentence,
});
export type Comparison = z.infer<typeof Comparison>;

export const FunnelQuery = z.object({
  week: Day.optional(),
  indicator: IndicatorKey.default('K20'),
  window: ComparisonDays,
});
export type FunnelQuery = z.infer<typeof FunnelQuery>;

const Limits = z.object({ low: z.number(), high: z.number() });

/** Rate against size with 95 % and 99.8 % limits, entity by entity. */
export const FunnelPlot = z.object({
  indicator: IndicatorKey,
  window: Window.nullable(),
  weekEnd: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  /** Null where its published ends have no middle to tell; `around` has both. */
  target: z.number().nullable(),
  around: Limits.nullable(),
  overdispersion: z.number(),
  entities: z.array(
    z.object({
      place: z.string(),
      ...NamedPlace.shape,
      size: z.number(),
      /** Null where the published ends have no middle to tell. */
      value: z.number().nullable(),
      low: z.number(),
      high: z.number(),
      published: Limits,
      shrunk: z.number().nullable(),
      q: z.number().nullable(),
      standing: z.enum(['above', 'below', 'within']),
    }),
  ),
  limits: z.array(z.object({ size: z.number(), warn: Limits, alarm: Limits })),
  hidden: z.number(),
});
export type FunnelPlot = z.infer<typeof FunnelPlot>;
