import { addDays, type Day } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type IndicatorKey, indicatorOf } from '../indicators/catalogue.js';
import { type Outcome } from '../indicators/indicator.js';
import { outcomeAt } from '../indicators/rows.js';
import { changeEnds, countedEnds, isSteady } from '../indicators/told.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type Board } from './board.js';

/** `unclear`: there is something before, and what is published leaves open how it moved. */
export type Trend = 'up' | 'down' | 'stable' | 'unclear' | 'unknown';

export interface NumberOfSummary {
  key: IndicatorKey;
  window: Window | null;
  /** Sunday that the number speaks of. */
  asOf: Day;
  now: Outcome;
  before: Outcome | null;
  beforeEnd: Day | null;
  trend: Trend;
  /** Its weeks so far, oldest first, at most a quarter; null where nothing is published of the whole window. */
  past: { weekEnd: Day; value: number | null }[];
  sentence: Sentence;
}

export interface PointOfAttention extends Sentence {
  node?: string;
  wave?: string;
  /** One of the ten errors. */
  check?: string;
}

// The windows of both periods must not overlap; states are compared over the same time.
const fourWeeks = 28;
// A quarter shows a movement without telling a history.
const weeksOfPast = 13;
// Below half a point a change rounds to none.
const leastTold = 0.005;

/** A number of the whole organisation with its change since the window before. */
export function summaryNumber(
  board: Board,
  key: IndicatorKey,
  week: Day,
  window: Window | null = indicatorOf(key).defaultWindow,
): NumberOfSummary {
  const { title } = indicatorOf(key);
  const between = Math.max(fourWeeks, window ?? 0);
  // Progress counts the people of waves; use is that of the whole organisation.
  const slice = key === 'K08' && board.whole.places(week).length > 0 ? board.whole : board.root;
  const at = (weekEnd: Day) => outcomeAt(board.publication, board.rules, key, slice, weekEnd, window);
  const end = indicatorOf(key).frame === 'state' ? lastShown() : week;
  const beforeEnd = addDays(end, -between);
  // A window that begins before the history holds fewer days: beside it everything seems to rise.
  const isWhole = (weekEnd: Day) => window === null || addDays(weekEnd, -window) >= addDays(board.weeks[0]!, -7);
  const isComparable = board.weeks.includes(beforeEnd) && isWhole(beforeEnd);
  const [now, before] = [at(end), isComparable ? at(beforeEnd) : null];
  const trend = trendOf(before, now);
  const titles = { title: title.fr, titleEn: title.en };
  const points = now.value !== null && before?.value != null ? Math.abs(now.value - before.value) : 0;
  const known = before?.shown === 'value';
  return {
    key,
    window,
    asOf: end,
    now,
    trend,
    before: known ? before : null,
    beforeEnd: known ? beforeEnd : null,
    past: board.weeks
      .filter((weekEnd) => weekEnd <= week)
      .slice(-weeksOfPast)
      .map((weekEnd) => ({ weekEnd, value: isWhole(weekEnd) ? at(weekEnd).value : null })),
    sentence: tell(),
  };

  /** Small places publish their states at block ends: a sum of them is read at the last one. */
  function lastShown(): Day {
    const recent = board.weeks.filter((weekEnd) => weekEnd <= week && weekEnd > addDays(week, -fourWeeks));
    return recent.reverse().find((weekEnd) => at(weekEnd).shown === 'value') ?? week;
  }

  function tell(): Sentence {
    if (now.shown !== 'value') return sentence('number.masked', titles);
    if (trend === 'unknown') return sentence('number.new', titles);
    if (trend === 'unclear')
      return sentence('number.unclear', {
        ...titles,
        ...changeEnds(countedEnds(before)!, countedEnds(now)!),
        days: between,
      });
    if (trend === 'stable') return sentence('number.stable', { ...titles, days: between });
    return sentence(`number.${trend}`, { ...titles, points, days: between });
  }
}

/**
 * Up or down only where the published bands do not touch and the change rounds to a point at least; stable only where
 * the ends leave no room for more, as for habit.
 */
export function trendOf(before: Outcome | null, now: Outcome): Trend {
  const [from, to] = [countedEnds(before), countedEnds(now)];
  if (!from || !to || before?.value == null || now.value === null) return 'unknown';
  const touching = to.low <= from.high && from.low <= to.high;
  if (!touching && Math.abs(now.value - before.value) >= leastTold) return now.value > before.value ? 'up' : 'down';
  const { low, high } = changeEnds(from, to);
  return isSteady(from, to) || Math.max(high, -low) < leastTold ? 'stable' : 'unclear';
}
