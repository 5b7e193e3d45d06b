import { z } from 'zod';
import { noCurves } from '#domain/lags/no-curve.js';
import { lagKinds } from '#domain/lags/lag.js';
import { Day, Interval } from './published.js';

/** Query and answer of `GET /v1/organizations/:org/lags`: how long something takes, as curves. */

export const LagKind = z.enum(lagKinds);
export type LagKind = z.infer<typeof LagKind>;

const listed = z.preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(z.string()).min(1));

export const LagsQuery = z.object({
  /** Without it adoption, or where it tells less of the sides, the first kind that tells most of them. */
  kind: LagKind.optional(),
  /** Keys of waves (of entities); without it and without `places`, the pilot and the first wave of the rollout. */
  compare: listed.optional(),
  /** Keys of published places, after the waves. */
  places: listed.optional(),
});
export type LagsQuery = z.infer<typeof LagsQuery>;

/** By `at` it has happened to a share `value` of those at risk (1 − Kaplan–Meier); `low`/`high`: Greenwood, 95 %. */
export const LagPoint = z.object({
  at: z.number(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  atRisk: z.number(),
});
export type LagPoint = z.infer<typeof LagPoint>;

export const LagSide = z.object({
  /** Key of the wave or place. */
  key: z.string(),
  name: z.string(),
  /** Place of the wave among the waves, for its colour; null for a place. */
  position: z.number().nullable(),
  /** Its headcount, declared. */
  people: z.number(),
  /** What has one voice in the test (`dealt`), as far as it is told apart within the side. */
  units: z.number(),
  /** Why there is no curve: `too_few` people, `joined` with places outside, told of the `whole` organisation only, `unpublished`. */
  reason: z.enum(noCurves).nullable(),
  /** Null with a `reason`. */
  curve: z
    .object({
      people: Interval,
      events: Interval,
      points: z.array(LagPoint),
      /** Null = not reached by half of the people. */
      median: z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() }),
      /** Longest time that anybody has been seen for; curves are compared up to the shortest of them. */
      followUp: z.number(),
      /** To how many it could still happen from a time on, leavers and those not seen any longer taken away; `atMost` where they are published as one bin of many weeks. */
      risk: z.array(z.object({ at: z.number(), n: z.number(), atMost: z.boolean() })),
    })
    .nullable(),
});
export type LagSide = z.infer<typeof LagSide>;

export const Lags = z.object({
  kind: LagKind,
  unit: z.enum(['days', 'weeks']),
  /** The Sunday as of which everything was counted; null before the first publication. */
  weekEnd: Day.nullable(),
  /** What the test deals whole: sites, or entities where nothing says which are sites. */
  dealt: z.enum(['site', 'entity']),
  sides: z.array(LagSide),
  /** Of the first two sides. `p` person by person within strata of size; `pOverUnits` deals whole units: trust it. */
  test: z
    .object({
      chiSquare: z.number(),
      p: z.number(),
      strata: z.number(),
      /** Null where a side has one unit, or none: nothing tells what sets it apart from what is particular to that unit. */
      pOverUnits: z.number().nullable(),
      /** All arrangements were looked at. */
      exact: z.boolean(),
    })
    .nullable(),
});
export type Lags = z.infer<typeof Lags>;
