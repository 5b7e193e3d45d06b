import { z } from 'zod';
import { eventKinds } from '#domain/events/kind.js';
import { habitSegments } from '#domain/indicators/k12-habit.js';
import { personas } from '#domain/indicators/personas.js';
import { Day, Estimate, Interval, Measured, Note, PublishedWeek, Sentence } from './published.js';

/** Query and answer of `GET /v1/organizations/:org/usage?week=&node=`. */

export const UsageQuery = z.object({ week: Day.optional(), node: z.string().optional() });
export type UsageQuery = z.infer<typeof UsageQuery>;

/** A published number with the Sunday on which its window ends: small places publish long windows at block ends. */
export const DatedMeasure = Measured.extend({ periodEnd: Day });
export type DatedMeasure = z.infer<typeof DatedMeasure>;

const maybe = DatedMeasure.nullable();

/** What everyone who was activated does over twelve weeks: the shares make up the whole; `weeks` = over how many. */
export const HabitWeek = z.object({
  weekEnd: Day,
  weeks: z.union([z.literal(4), z.literal(12)]),
  people: z.number(),
  /** Both ends of `people`, of those of K12, and of those of each segment. */
  of: Interval,
  habitual: Interval,
  counts: z.record(z.enum(habitSegments), Interval),
  /** Whether the ends are near enough for `shares` to be drawn. */
  isDrawn: z.boolean(),
  shares: z.record(z.enum(habitSegments), z.number()),
  /** As published (K12 by segment), with ends: `shares` are these, brought to add up to one. */
  published: z.record(z.enum(habitSegments), Estimate),
});
export type HabitWeek = z.infer<typeof HabitWeek>;

export const Usage = z.object({
  week: Day.nullable(),
  freshness: PublishedWeek.nullable(),
  node: z.string().nullable(),
  sentence: Sentence,
  figures: z.object({
    connection: maybe,
    engagement: maybe,
    stickiness: maybe,
    habitual: maybe,
    dailyActive: maybe,
    return14d: maybe,
  }),
  /** From the people planned to those who use the network regularly; null where no rollout is declared. */
  ladder: z
    .object({
      planned: Interval,
      steps: z.array(
        z.object({
          key: z.enum(['invited', 'activated', 'connected', 'engaged', 'habitual']),
          people: Interval.nullable(),
          /** Why no source tells it; null where one does. */
          note: Note.nullable(),
        }),
      ),
    })
    .nullable(),
  /** Oldest first; weeks that are not published are absent. */
  habit: z.array(HabitWeek),
  personas: z.array(z.object({ persona: z.enum(personas), measured: DatedMeasure })),
  intensity: z.object({ mean: maybe, median: maybe, topTenth: maybe, gini: maybe }),
  /** Kinds of interactions that no source ever told: they are not in `intensity`. */
  unheard: z.array(z.enum(eventKinds)),
  /** People active in each hour of the week (0 = Monday from midnight, local time), summed over four weeks; null where hidden. */
  rhythm: z.object({ periodEnd: Day, hours: z.array(Interval).length(168) }).nullable(),
});
export type Usage = z.infer<typeof Usage>;
