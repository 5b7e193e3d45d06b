import { addDays } from '../../calendar/day.js';
import { type GovernanceItem, type GovernanceState } from '../../declared/governance.js';
import { type IndicatorKey } from '../../indicators/catalogue.js';
import { type Outcome } from '../../indicators/indicator.js';
import { share } from '../../indicators/outcome.js';
import { type Interval } from '../../statistics/interval.js';
import { nothingKnown, type ScopeFacts } from '../finding.js';

export const today = '2026-03-29';

/** Pieces of evidence, each of which may be missing. */
export interface Pieces {
  indicators: Partial<Record<IndicatorKey, Outcome>>;
  items: Partial<Record<GovernanceItem, GovernanceState['state']>>;
  /** Words beside `interactivity_chosen`. */
  note?: string;
  sponsors?: number;
  /** Days since a sponsor last wrote. */
  sponsorSilent?: number;
  officialPost?: number;
  retention?: Outcome;
  arrivals?: boolean;
  workGroups?: Outcome;
  survey?: Outcome;
  communityManagers?: { whole: number; local: number };
  earlyAmbassadors?: number;
  appointments?: { running: number; animated: number; hours: number };
}

export const noPieces: Pieces = { indicators: {}, items: {} };

export const counted = (numerator: Interval | number, of = 1000): Outcome =>
  share(typeof numerator === 'number' ? { low: numerator, high: numerator } : numerator, { low: of, high: of }, 10);

/** Nothing left to chance: just below a limit, or on it. */
export const sure = (perMille: number): Outcome => {
  const share = perMille / 1000;
  return { ...counted(perMille), low: share, high: share };
};

/** A quotient with its own ends. */
export const ratio = (value: number, low = value, high = value): Outcome => ({
  ...{ numerator: null, denominator: null, n: 1000, shown: 'value', value, low, high },
});

/** A scope that opened ten weeks ago, of which these pieces are known. */
export function factsOf(pieces: Pieces, change: Partial<ScopeFacts> = {}): ScopeFacts {
  const { sponsorSilent, officialPost, survey } = pieces;
  const observed = (key: IndicatorKey) => {
    const outcome = pieces.indicators[key];
    return outcome ? { outcome, day: today } : null;
  };
  return {
    ...{ ...nothingKnown, day: today, openedOn: addDays(today, -70), base: 'invited' },
    ...{ observed, settled: observed },
    item: (item) => {
      const state = pieces.items[item];
      return state
        ? { state, scope: '', statedOn: today, note: item === 'interactivity_chosen' ? (pieces.note ?? null) : null }
        : null;
    },
    sponsors: pieces.sponsors ?? null,
    reports:
      sponsorSilent === undefined
        ? []
        : [{ periodEnd: addDays(today, -sponsorSilent), posts: 1, replies: 0, launchSpeech: false }],
    attendanceListed: true,
    officialPosts: officialPost === undefined ? [] : [addDays(today, -officialPost)],
    retention: pieces.retention ?? null,
    arrivals: pieces.arrivals ?? false,
    workGroups: pieces.workGroups ?? null,
    survey: () => (survey ? { share: survey, askedOn: today } : null),
    communityManagers: pieces.communityManagers ?? null,
    earlyAmbassadors: pieces.earlyAmbassadors ?? null,
    appointments: pieces.appointments ?? null,
    ...change,
  };
}
