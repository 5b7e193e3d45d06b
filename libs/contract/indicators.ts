import { z } from 'zod';
import { indicatorKeys } from '#domain/indicators/catalogue.js';
import { Day, Interval, Measured, PublishedWeek } from './published.js';

/** Query and answer of `GET /v1/organizations/:org/indicators` (and `indicators/export.csv`, same query). */

export const IndicatorKey = z.enum(indicatorKeys);
export type IndicatorKey = z.infer<typeof IndicatorKey>;

/** Published windows in days. Every window ends on a Sunday. */
export const Window = z.union([
  z.literal(7),
  z.literal(28),
  z.literal(84),
  z.literal(91),
  z.literal(182),
  z.literal(365),
]);
export type Window = z.infer<typeof Window>;

export const Slicing = z.enum(['organisation', 'entity', 'wave', 'level']);
export type Slicing = z.infer<typeof Slicing>;

/** `everyone`, `managers`, `others` (non-managers), `ambassadors`, `newcomers`, `level-N` or `level-none`, `wave-KEY`, `unassigned`. */
export const Population = z
  .string()
  .regex(/^(everyone|managers|others|ambassadors|newcomers|unassigned|level-none|level-\d+(\+level-\d+)*|wave-.+)$/);
export type Population = z.infer<typeof Population>;

const listed = <T extends z.ZodType>(item: T) =>
  z.preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(item).min(1));

export const IndicatorQuery = z.object({
  keys: listed(IndicatorKey),
  by: Slicing.default('organisation'),
  /** Without it, each indicator's own default. Ignored by states. */
  window: z.preprocess((text) => (typeof text === 'string' ? Number(text) : text), Window).optional(),
  /** Both included, on `periodEnd`. Without `from`, only the week of `to`; without `to`, the last closed week. */
  from: Day.optional(),
  to: Day.optional(),
  /** Keys of nodes, with `by=entity`; without it, the whole tree. */
  nodes: listed(z.string()).optional(),
  population: Population.default('everyone'),
  /** Per slice only the newest published row, looked for up to four weeks back: small places publish long windows at block ends. */
  latest: z.stringbool().default(false),
});
export type IndicatorQuery = z.infer<typeof IndicatorQuery>;

export const IndicatorRow = Measured.extend({
  indicator: IndicatorKey,
  /** Organisation slug, node key, wave key or population key of the level. */
  slice: z.string(),
  /** The published node that was read; null where several were summed. */
  node: z.string().nullable(),
  periodEnd: Day,
  /** Null for a state as of that Sunday. */
  window: Window.nullable(),
  /** Mondays of the first and the last week of arrival that are read together, and weeks since the last (K11 only). */
  cohort: Day.optional(),
  cohortEnd: Day.optional(),
  lag: z.number().optional(),
  /** The other side of a gap (K51): non-managers. */
  against: z.object({ numerator: Interval, denominator: Interval }).optional(),
});
export type IndicatorRow = z.infer<typeof IndicatorRow>;

export const IndicatorRows = z.object({
  rows: z.array(IndicatorRow),
  /** Null before the first publication. */
  freshness: PublishedWeek.nullable(),
});
export type IndicatorRows = z.infer<typeof IndicatorRows>;
