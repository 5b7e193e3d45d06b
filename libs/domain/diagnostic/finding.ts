import { type Day } from '../calendar/day.js';
import { type GovernanceItem, type GovernanceState } from '../declared/governance.js';
import { type SponsorReport } from '../declared/presence.js';
import { type QuestionSubject } from '../declared/survey.js';
import { type Base } from '../indicators/base.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Light, type Limit } from './light.js';

/** Why a signal says nothing. `crosses`: a limit lies within its interval; `one_reading`: told at one age, of two that it compares. */
export const silences = [
  'not_said',
  'not_published',
  'one_reading',
  'see_level_above',
  'too_few',
  'nobody',
  'too_early',
  'not_measurable',
  'crosses',
] as const;
export type Silence = (typeof silences)[number];

/** What one signal says of one scope. */
export interface Finding {
  signal: string;
  origin: 'observed' | 'declared';
  /** Whether the verdict hangs on it; what only stands beside never changes a verdict. */
  decides: boolean;
  /** Null where no limit is set: told for what it is. */
  light: Light | null;
  silence: Silence | null;
  /** The published figure that it reads. */
  measured: Outcome | null;
  /** Sunday of the figure, or day of what was declared. */
  day: Day | null;
  limit: Limit | null;
  /** What was declared, where, and in which words. */
  state: GovernanceState['state'] | null;
  scope: string | null;
  note: string | null;
  /** Numbers that the words of the signal name. */
  figures: Readonly<Record<string, number>>;
}

/** An indicator of the scope, with the Sunday it speaks of. */
export interface Observed {
  outcome: Outcome;
  day: Day;
}

/** Everything that a diagnostic may look at, of one scope: published values and declared facts, nothing else. */
export interface ScopeFacts {
  kind: 'organisation' | 'wave' | 'entity';
  /** Sunday that is shown; today before the first publication. */
  day: Day;
  /** First day on which the scope was open; null = not yet. */
  openedOn: Day | null;
  /** Whom rates divide by; null before the first publication. */
  base: Base | null;
  observed: (key: IndicatorKey) => Observed | null;
  /** The same without the waves of entities that have been open for fewer days than this; of the whole only. */
  settled: (key: IndicatorKey, days: number) => Observed | null;
  /** The nearest that was said: of the scope, of what holds it, of the whole organisation. */
  item: (item: GovernanceItem) => Omit<GovernanceState, 'key'> | null;
  /** Running sponsors of the scope; null = none is declared anywhere. */
  sponsors: number | null;
  /** Their voluntary reports. */
  reports: readonly SponsorReport[];
  /** Days of the official posts and of the launch messages declared for the scope, until the day shown. */
  officialPosts: readonly Day[];
  launchMessages: readonly Day[];
  /** Retention of twelve weeks over that of four; null where it is not published. */
  retention: Outcome | null;
  /** Retention is published at some age: the page of use tells it. */
  arrivals: boolean;
  /** Groups made for a project or a process, among those whose kind is declared. */
  workGroups: Outcome | null;
  /** Newest share of a question about this. */
  survey: (about: QuestionSubject) => { share: Outcome; askedOn: Day } | null;
  /** Whether anybody ever listed who took part in an action: without it nobody was reached as far as is known. */
  attendanceListed: boolean;
  /** Declared community managers of the whole and of single places; null = none is declared anywhere. */
  communityManagers: { whole: number; local: number } | null;
  /** Ambassadors whose mission began before the opening, or by now where nothing is open; null = none declared anywhere. */
  earlyAmbassadors: number | null;
  /** Running appointments, those with a named animator, and their working hours a month; null = none is declared. */
  appointments: { running: number; animated: number; hours: number } | null;
}

/** Nothing published and nothing declared. */
export const nothingKnown: ScopeFacts = {
  ...{ kind: 'organisation', day: '1970-01-01', openedOn: null, base: null },
  ...{ observed: () => null, settled: () => null, item: () => null, survey: () => null, appointments: null },
  ...{ sponsors: null, reports: [], officialPosts: [], launchMessages: [] },
  ...{
    retention: null,
    arrivals: false,
    workGroups: null,
    communityManagers: null,
    earlyAmbassadors: null,
    attendanceListed: false,
  },
};
