import { z } from 'zod';
import { Day, Measured, PublishedWeek } from './published.js';

/** Answer of `GET /v1/organizations/:org/ties?week=`: who answers whom, between places of at least 200 people. */

export const TiePlace = z.object({
  key: z.string(),
  /** Of the place; of the place above, for several read together (`joined`). */
  name: z.string(),
  joined: z.boolean(),
  headcount: z.number(),
});
export type TiePlace = z.infer<typeof TiePlace>;

export const Tie = z.object({
  source: z.string(),
  target: z.string(),
  interactions: z.number(),
  /** Against what the headcounts of the places shown would make of it: 1 = as chance, 2 = twice as much. */
  ratio: z.number().nullable(),
});
export type Tie = z.infer<typeof Tie>;

export const Ties = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  /** The module of ties is off, or nothing was counted. */
  measured: z.boolean(),
  /** K31, K31.expected, K31.ratio, K31.ei and K30 of the organisation. */
  crossEntity: Measured,
  expected: Measured,
  openness: Measured,
  externalInternal: Measured,
  twoWay: Measured,
  /** In the order of the tree. */
  places: z.array(TiePlace),
  /** A pair that is absent is not shown, which is not zero. */
  ties: z.array(Tie),
  /** K33: how far the tenth most influential person lies below the first; null while unknown or of too few. */
  influence: z.object({ weekEnd: Day, people: z.number(), risk: z.number().nullable() }).nullable(),
});
export type Ties = z.infer<typeof Ties>;
