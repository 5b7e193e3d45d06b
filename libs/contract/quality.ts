import { z } from 'zod';
import { eventKinds } from '#domain/events/kind.js';
import { attributes } from '#domain/indicators/measurable.js';
import { identifierForms } from '#domain/quality/identifier-form.js';
import { IndicatorKey } from './indicators.js';
import { Day, Interval } from './published.js';
import { Source } from './sources.js';

/** Answer of `GET /v1/organizations/:org/quality`: what is wrong with the data, per source and never per person. */

const Kind = z.enum(eventKinds);

export const SourceGap = z.object({
  from: Day,
  to: Day,
  /** Missing days: those between the ends that are usually quiet are not among them. */
  days: z.int(),
  /** Events that these days usually have. */
  usual: z.int(),
});
export type SourceGap = z.infer<typeof SourceGap>;

export const SourceQuality = z.object({
  id: z.int(),
  name: z.string(),
  kind: Source.shape.kind,
  /** First and last UTC day with an event: the first that tells what people do, not that a group was made long before. */
  firstDay: Day.nullable(),
  lastDay: Day.nullable(),
  /** First day of what is said of its events: at most 91 days up to the last one. */
  since: Day.nullable(),
  /** Share of its events whose time is that of a day, or of what the act was about; null without events. */
  approximate: z.number().nullable(),
  /** Events refused in 91 days because their id was known for that day with another content, and when last. */
  conflicts: z.int(),
  lastConflict: z.iso.datetime().nullable(),
  /** Events of 91 days dated more than a minute after their arrival, and the largest advance. */
  ahead: z.int(),
  aheadSeconds: z.int().nullable(),
  /** Ids that stand on several days, and the last of these. */
  repeatedIds: z.int(),
  lastRepeat: Day.nullable(),
  gaps: z.array(SourceGap),
  /** Kinds that its format of files cannot give. */
  cannot: z.array(Kind),
  /** Kinds that it could give and never did. */
  unheard: z.array(Kind),
  /** Its files list who is in their groups, without the day on which they came: those lists are not counted. */
  membersUnread: z.boolean(),
});
export type SourceQuality = z.infer<typeof SourceQuality>;

export const RefusedLines = z.object({
  import: z.int(),
  kind: z.string(),
  fileName: z.string(),
  /** Of its events; null where it holds none. */
  source: z.int().nullable(),
  code: z.enum(['unknown_entity', 'future_timestamp']),
  lines: z.int(),
  finishedAt: z.iso.datetime(),
});
export type RefusedLines = z.infer<typeof RefusedLines>;

export const SilencedIndicator = z.object({
  indicator: IndicatorKey,
  how: z.enum(['not', 'partly']),
  kinds: z.array(Kind),
  attributes: z.array(z.enum(attributes)),
});
export type SilencedIndicator = z.infer<typeof SilencedIndicator>;

export const Quality = z.object({
  /** People who acted and are not in the directory; null while nothing was counted. 1 to k-1 = fewer than k. */
  unassigned: z
    .object({
      people: Interval,
      /** Of the events of all sources; null where there is none, or these people are too few. */
      share: z.number().nullable(),
      /** What more than half of their identifiers look like; null where nothing prevails, or they are too few. */
      mostly: z.enum(identifierForms).nullable(),
      countedAt: z.iso.datetime(),
    })
    .nullable(),
  sources: z.array(SourceQuality),
  /** Of the last file of each kind. */
  refused: z.array(RefusedLines),
  /** What no source tells, and so cannot be measured; null before the first event. */
  silenced: z.array(SilencedIndicator).nullable(),
  /** Public holidays of these countries are no gaps; empty = unknown, only week ends are told apart. */
  countries: z.array(z.string()),
});
export type Quality = z.infer<typeof Quality>;
