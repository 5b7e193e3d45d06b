import { z } from 'zod';
import { OrganizationClass, Slug } from './access.js';
import { Comparison, ComparisonDays, ComparisonSeries, ComparisonSide } from './comparison.js';
import { IndicatorKey, Window } from './indicators.js';
import { PublishedWeek } from './published.js';

/** Query and answer of `GET /v1/clients`. */

export const ClientsQuery = z.object({
  indicator: IndicatorKey.default('K20'),
  window: ComparisonDays,
  /** `organisation:SLUG,organisation:SLUG`: whose difference is told. Without it, the first two that tell the indicator. */
  compare: z
    .preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(ComparisonSide).length(2))
    .optional(),
});
export type ClientsQuery = z.infer<typeof ClientsQuery>;

/**
 * Why an organisation is named without a figure: the role there reads no comparison, or one entity only; the purpose gate
 * is closed; nothing is published; the figures are hidden so that nobody is recognised, or no source tells them.
 */
export const untoldReasons = ['role', 'scope', 'purpose', 'unpublished', 'masked', 'untold'] as const;

export const Client = z.object({
  slug: Slug,
  name: z.string(),
  class: OrganizationClass,
  /** Its own mask: fewest people of a figure, and whether counts are published between ends. */
  k: z.number(),
  bands: z.boolean(),
  untold: z.enum(untoldReasons).nullable(),
  /** Null where `untold` says that it is not read. */
  series: ComparisonSeries.nullable(),
  freshness: PublishedWeek.nullable(),
});
export type Client = z.infer<typeof Client>;

export const Clients = z.object({
  indicator: IndicatorKey,
  window: Window.nullable(),
  /** By launch, the first one first; then those without one by name. No order of size. */
  clients: z.array(Client),
  /** The first less the second; null where fewer than two are told. */
  compared: Comparison.nullable(),
});
export type Clients = z.infer<typeof Clients>;
