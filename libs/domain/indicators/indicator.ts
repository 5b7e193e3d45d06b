import { type Window } from '../calendar/windows.js';
import { type LagKind } from '../lags/lag.js';
import { type Interval } from '../statistics/interval.js';
import { type Reading } from './reading.js';

export interface Bilingual {
  fr: string;
  en: string;
}

/** `percent` and `points` are printed from shares between 0 and 1; `ratio` as it is; `people` and `acts` are counted; nine working hours are a working day. */
export type Unit = 'percent' | 'points' | 'ratio' | 'people' | 'acts' | 'hours' | 'working_hours' | 'days' | 'weeks';

export type Shown = 'value' | 'masked' | 'none';

/** Why a number is what it is; texts in `notes.ts`. */
export const notes = [
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
] as const;
export type Note = (typeof notes)[number];

/** What an indicator makes of published counts. Everything null but the people where it may not be shown or is undefined. */
export interface Outcome {
  numerator: Interval | null;
  denominator: Interval | null;
  value: number | null;
  /** 95 % interval over both ends of the published counts (rules 4.4). */
  low: number | null;
  high: number | null;
  /** People behind the number. */
  n: number | null;
  /** Ends of `n`, where it is no denominator and published as a band. */
  around?: Interval;
  shown: Shown;
  note?: Note;
  /** The other side of a gap. */
  against?: { numerator: Interval; denominator: Interval };
}

export interface Indicator {
  title: Bilingual;
  /** One sentence that a sponsor understands. */
  meaning: Bilingual;
  unit: Unit;
  /** State as of the Sunday, window that ends on it, cohort by week of arrival, or how long something took until it. */
  frame: 'state' | 'window' | 'cohort' | 'lag';
  /** What took that long; of the frame `lag` only. */
  lag?: LagKind;
  /** Windows it may be asked for; empty unless `frame` is `window`. */
  windows: readonly Window[];
  defaultWindow: Window | null;
  /** Who is divided by; `base` = the organisation's own (rules 3.5, `base.ts`); null for counts. */
  denominator: Bilingual | 'base' | null;
  /** Read instead of everyone when no other population is asked for. */
  population?: string;
  /** Further populations that it reads beside the one asked for. */
  beside?: readonly string[];
  /** Windows it reads beside the one asked for. */
  alsoWindows?: readonly Window[];
  /** Pure: the same reading always gives the same outcome. */
  value(reading: Reading): Outcome;
}
