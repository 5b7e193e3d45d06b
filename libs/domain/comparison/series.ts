import { type Day, daysBetween, mondayOf } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { outcomeAt, windowOf } from '../indicators/rows.js';
import { type Share } from '../statistics/two-proportions.js';
import { type Side } from './side.js';
import { unitsOf } from './units.js';

export type Alignment = 'launch' | 'calendar';

export interface Point {
  /** Whole weeks since the launch; 0 for a side without one. */
  week: number;
  weekEnd: Day;
  outcome: Outcome;
}

export interface Series {
  side: Side;
  /** Sites (entities, where none are declared); 0 for people who are no place. */
  sites: number;
  points: Point[];
  /** Why it has not said its value for two blocks; null where it has, and where it has only just opened. */
  silence: Silence | null;
}

/** Hidden so that nobody is recognised, or told by no source. */
export type Silence = 'masked' | 'untold';

// Weeks that hold the end of a block, of two blocks in a row.
const silentWeeks = 8;

/** An indicator of a side by weeks since its launch; weeks that do not show a value are gaps. */
export function seriesOf(side: Side, key: IndicatorKey, asked?: Window): Series {
  const { board, slice, launch, until } = side;
  const window = windowOf(key, asked);
  const all = board.weeks
    .filter((weekEnd) => (launch === null || weekEnd >= launch) && (until === null || weekEnd <= until))
    .map((weekEnd) => ({
      ...{ week: launch === null ? 0 : Math.floor(daysBetween(mondayOf(launch), weekEnd) / 7), weekEnd },
      outcome: outcomeAt(board.publication, board.rules, key, slice, weekEnd, window),
    }));
  const isTold = ({ outcome }: Point) => outcome.shown === 'value';
  const latest = all.slice(-silentWeeks);
  const isSilent = latest.length === silentWeeks && !latest.some(isTold);
  const silence = latest.some(({ outcome }) => outcome.shown === 'masked') ? 'masked' : 'untold';
  const sites = slice.population === 'everyone' ? unitsOf(side).size : 0;
  return { side, sites, points: all.filter(isTold), silence: isSilent ? silence : null };
}

/** Launch where both sides have one; the calendar otherwise. */
export const alignmentOf = (sides: readonly Side[], asked: Alignment): Alignment =>
  asked === 'launch' && sides.every(({ launch }) => launch !== null) ? 'launch' : 'calendar';

// Small places tell their windows every four weeks: two of them are never further apart in age than half of that.
const cadence = 4;

/**
 * Both sides at the last week that both have; periods each at their own. Since their launch, where they share no week, at
 * the two nearest ages within the cadence, the last such: what was told then, and nothing reckoned in between (decision
 * 061). Null without any.
 */
export function lastPair(first: Series, second: Series, align: Alignment): readonly [Point, Point] | null {
  if (first.side.until !== null || second.side.until !== null) {
    const [one, other] = [first.points.at(-1), second.points.at(-1)];
    return one && other ? [one, other] : null;
  }
  const apart = (one: Point, other: Point) =>
    align === 'launch' ? Math.abs(one.week - other.week) : one.weekEnd === other.weekEnd ? 0 : cadence;
  const pairs = first.points.flatMap((one) => second.points.map((other) => [one, other] as const));
  const nearest = Math.min(...pairs.map((pair) => apart(...pair)));
  return nearest < cadence ? (pairs.findLast((pair) => apart(...pair) === nearest) ?? null) : null;
}

/** Only proportions of people can be tested: not counts, ratios of days, or gaps. */
export function shareOf(outcome: Outcome | undefined): Share | null {
  if (!outcome?.numerator || !outcome.denominator || outcome.n === null || outcome.against) return null;
  return { numerator: outcome.numerator, denominator: outcome.denominator };
}
