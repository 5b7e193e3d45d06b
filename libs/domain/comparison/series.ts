import { type Day, daysBetween, mondayOf } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { outcomeAt, windowOf } from '../indicators/rows.js';
import { type Share } from '../statistics/two-proportions.js';
import { leavesOf, type Side } from './side.js';

export type Alignment = 'launch' | 'calendar';

export interface Point {
  /** Whole weeks since the launch; 0 for a side without one. */
  week: number;
  weekEnd: Day;
  outcome: Outcome;
}

export interface Series {
  side: Side;
  /** Smallest places published; 0 for people who are no place. */
  sites: number;
  points: Point[];
}

/** An indicator of a side by weeks since its launch; weeks that do not show a value are gaps. */
export function seriesOf(side: Side, key: IndicatorKey, asked?: Window): Series {
  const { board, slice, launch, until } = side;
  const window = windowOf(key, asked);
  const points = board.weeks
    .filter((weekEnd) => (launch === null || weekEnd >= launch) && (until === null || weekEnd <= until))
    .map((weekEnd) => ({
      ...{ week: launch === null ? 0 : Math.floor(daysBetween(mondayOf(launch), weekEnd) / 7), weekEnd },
      outcome: outcomeAt(board.publication, board.rules, key, slice, weekEnd, window),
    }))
    .filter(({ outcome }) => outcome.shown === 'value');
  return { side, sites: slice.population === 'everyone' ? leavesOf(side).length : 0, points };
}

/** Launch where both sides have one; the calendar otherwise. */
export const alignmentOf = (sides: readonly Side[], asked: Alignment): Alignment =>
  asked === 'launch' && sides.every(({ launch }) => launch !== null) ? 'launch' : 'calendar';

/** Both sides at the last week that both have; periods each at their own. Null without one. */
export function lastPair(first: Series, second: Series, align: Alignment): readonly [Point, Point] | null {
  if (first.side.until !== null || second.side.until !== null) {
    const [one, other] = [first.points.at(-1), second.points.at(-1)];
    return one && other ? [one, other] : null;
  }
  const at = (point: Point) => (align === 'launch' ? point.week : point.weekEnd);
  const pairs = first.points.flatMap((one) =>
    second.points.filter((other) => at(other) === at(one)).map((other) => [one, other] as const),
  );
  return pairs.at(-1) ?? null;
}

/** Only proportions of people can be tested: not counts, ratios of days, or gaps. */
export function shareOf(outcome: Outcome | undefined): Share | null {
  if (!outcome?.numerator || !outcome.denominator || outcome.n === null || outcome.against) return null;
  return { numerator: outcome.numerator, denominator: outcome.denominator };
}
