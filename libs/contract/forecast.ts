import { z } from 'zod';
import { Day, Estimate, Sentence } from './published.js';

/** Share of the planned people expected to be activated; eight futures in ten lie between `low` and `high`. */
export const ForecastPoint = z.object({ weekEnd: Day, value: z.number(), low: z.number(), high: z.number() });
export type ForecastPoint = z.infer<typeof ForecastPoint>;

/** Day on which the target is reached, and the days between which it falls eight times in ten; null = not in two years. */
const ForecastDay = z.object({ day: Day.nullable(), low: Day.nullable(), high: Day.nullable() });

/** What becomes of an open wave (K09). Too early = fewer than six measures, or growth that has not begun to slow down. */
export const Forecast = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('fitted'),
    curve: z.enum(['logistic', 'bass']),
    observations: z.number(),
    /** Share at which it levels off. */
    ceiling: Estimate,
    /** Day of the fastest growth. */
    inflexion: Day,
    /** Weeks from 5 % to 95 % of the ceiling; null for a curve that has none. */
    riseWeeks: z.number().nullable(),
    reached: ForecastDay,
    /** Where it begins: the last share measured, between the ends of what is published. */
    from: ForecastPoint,
    points: z.array(ForecastPoint),
    sentence: Sentence,
  }),
  z.object({
    state: z.literal('too_early'),
    reason: z.enum(['points', 'inflexion']),
    observations: z.number(),
    /** The last four weeks carried on straight, which is no forecast; null when nothing grows. */
    trend: z.object({ perWeek: z.number(), reached: Day.nullable() }).nullable(),
    sentence: Sentence,
  }),
]);
export type Forecast = z.infer<typeof Forecast>;

/** All waves of entities added up. Null when nothing is left to come. */
export const TotalForecast = z.object({
  state: z.enum(['fitted', 'too_early']),
  /** Share that the waves are to reach together. */
  target: z.number(),
  /** Names of the open waves that cannot be forecast yet; with one of them there is no sum. */
  missing: z.array(z.string()),
  /** Names of the waves not yet open, taken to follow their plan. */
  assumed: z.array(z.string()),
  reached: ForecastDay,
  points: z.array(ForecastPoint),
  sentence: Sentence,
});
export type TotalForecast = z.infer<typeof TotalForecast>;
