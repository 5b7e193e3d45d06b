import { z } from 'zod';

/** What every published number carries. Days are `YYYY-MM-DD`; shares lie between 0 and 1. */
export const Day = z.iso.date();

/** A published count lies between both ends, included; equal ends are an exact count. */
export const Interval = z.object({ low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

/** `masked`: the publication hides it. `none`: undefined, there is nobody to divide by. */
export const Shown = z.enum(['value', 'masked', 'none']);
export type Shown = z.infer<typeof Shown>;

/** Why a number is what it is: the base of a rate, a reason for hiding it. Text in both languages: `notes.ts` of the domain. */
export const Note = z.enum([
  'base_invited',
  'base_invited_bounds',
  'base_opened',
  'base_headcount',
  'too_few_eligible',
  'see_level_above',
  'not_published',
  'no_plan',
  'nobody_planned',
  'no_mandate',
  'no_official_message',
  'source_without_replies',
  'source_without_owners',
  'median_not_reached',
  'not_computable',
  'four_weeks',
  'needs_targets',
  'too_few_to_compare',
  'source_without_creators',
  'source_without_descriptions',
  'source_without_groups',
  'source_without_launch',
  'source_without_logins',
  'source_without_invitations',
  'source_without_resolutions',
  'source_without_events',
  'interval_unknown',
]);
export type Note = z.infer<typeof Note>;

/** A number with its people. `low`/`high`: 95 % interval over both ends of what is published. */
export const Measured = z.object({
  numerator: Interval.nullable(),
  denominator: Interval.nullable(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** People behind the number: the centre of its denominator. */
  n: z.number().nullable(),
  /** Ends of `n`, where it is no denominator and published as a band. */
  around: Interval.optional(),
  shown: Shown,
  note: Note.optional(),
});
export type Measured = z.infer<typeof Measured>;

/** A value with its 95 % interval, where no count stands behind it alone (difference, ratio, index). */
export const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof Estimate>;

/** Rendered in the reader's language by `say` of `#domain/sentences/say.js`. */
export const Sentence = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Sentence = z.infer<typeof Sentence>;

/** A week whose counts are published. `provisional`: still running; of real people only what was declared of the whole organisation. */
export const PublishedWeek = z.object({
  weekEnd: Day,
  through: Day,
  provisional: z.boolean(),
  publishedAt: z.iso.datetime(),
});
export type PublishedWeek = z.infer<typeof PublishedWeek>;

/** `?week=` chooses a published Sunday; without it, the last closed one. */
export const WeekQuery = z.object({ week: Day.optional() });
export type WeekQuery = z.infer<typeof WeekQuery>;
