import { z } from 'zod';
import { Zone } from './communities.js';
import { Day, Interval, Measured, Sentence } from './published.js';

/** The place of managers in groups, as part of exemplarity; and `…/voice-thresholds`, which say where its zones begin. */

const share = z.number().gt(0).max(1);

/** Omnipresent from either share on; present with a message of a manager in that many of four weeks. */
export const VoiceThresholds = z.strictObject({ firstReplies: share, voice: share, weeks: z.int().min(1).max(4) });
export type VoiceThresholds = z.infer<typeof VoiceThresholds>;

/** Answer of `GET /v1/organizations/:org/voice-thresholds`, and of `PUT`, whose body is `VoiceThresholds`. */
export const VoiceSettings = z.object({
  current: VoiceThresholds,
  defaults: VoiceThresholds,
  /** Newest first; `by` is null for the command line. */
  history: z.array(z.object({ ...VoiceThresholds.shape, setAt: z.iso.datetime(), by: z.string().nullable() })),
});
export type VoiceSettings = z.infer<typeof VoiceSettings>;

export const LevelVoice = z.object({
  /** `managers` for all of them, else as in `levels`. */
  key: z.string(),
  levels: z.array(z.number()),
  /** K54 and K54.first of the organisation. */
  share: Measured,
  firstReplies: Measured,
  /** People who wrote, of everyone: the share has as many independent voices. Null where that is not published. */
  writers: Interval.nullable(),
  /** Null where it is not told, or where its interval spans two zones. */
  zone: Zone.nullable(),
  /** Sunday that ends the four weeks of which it is told. */
  weekEnd: Day,
});
export type LevelVoice = z.infer<typeof LevelVoice>;

export const VoiceTrend = z.object({
  verdict: z.enum(['cannot_tell', 'falls', 'rises', 'no_fall']),
  /** Groups seen before and after. */
  communities: z.number(),
  /** Mean change of the share of posts that others answer, against the groups that stayed otherwise. */
  difference: z.number().nullable(),
  p: z.number().nullable(),
  detectable: z.number().nullable(),
  sentence: Sentence,
});
export type VoiceTrend = z.infer<typeof VoiceTrend>;

export const Voice = z.object({
  thresholds: VoiceThresholds,
  /** Null for the defaults. */
  setAt: z.iso.datetime().nullable(),
  /** Groups that may be named, by zone; `untold`: too small, too silent, or with too few managers. */
  zones: z.record(z.enum([...Zone.options, 'untold']), z.number()),
  communities: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      weekEnd: Day,
      zone: Zone,
      voice: z.number(),
      firstReplies: z.number().nullable(),
      /** Ends of what is published of the group: all messages, those of managers, and who wrote. */
      ...{ messages: Interval, managerMessages: Interval, writers: Interval },
    }),
  ),
  levels: z.array(LevelVoice),
  trend: VoiceTrend,
  sentence: Sentence,
});
export type Voice = z.infer<typeof Voice>;

/** Groups that managers created, of the whole organisation: K52, K53, K31 and the share expected by chance. */
export const OwnGroups = z.object({
  state: z.enum(['measured', 'not_computable', 'unmeasurable', 'too_few']),
  uplift: Measured,
  enclosure: Measured,
  crossEntity: Measured,
  expected: Measured,
  sentence: Sentence,
});
export type OwnGroups = z.infer<typeof OwnGroups>;
