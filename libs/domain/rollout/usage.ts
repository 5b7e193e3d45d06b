import { addDays, type Day } from '../calendar/day.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { type Note, type Outcome } from '../indicators/indicator.js';
import { isUnmeasurable } from '../indicators/measurable.js';
import { habitSegments, type HabitSegment } from '../indicators/k12-habit.js';
import { type IndicatorRow } from '../indicators/rows.js';
import { countedEnds, isSteady, peopleEnds } from '../indicators/told.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type Interval } from '../statistics/interval.js';
import { type Estimate } from '../statistics/two-proportions.js';

/** Keys of the segments, in their order. */
export const segmentKeys = habitSegments.map((segment) => `K12.${segment}` as const);
/** What a week of habit is read from. */
export const habitKeys = ['K12' as const, ...segmentKeys];

export interface HabitWeek {
  weekEnd: Day;
  weeks: 4 | 12;
  people: number;
  /** Both ends of `people`. */
  of: Interval;
  /** Intensive and regular together: published as one count, which is finer than the sum of both. */
  habitual: Interval;
  counts: Record<HabitSegment, Interval>;
  shares: Record<HabitSegment, number>;
  /** Whether every segment is published finely enough to be stacked by its middle. */
  isDrawn: boolean;
  /** Each segment as it is published, which need not add up to one. */
  published: Record<HabitSegment, Estimate>;
}

// Wider bands than this, in shares of the people, would be seen to rise and fall as they open and close. [I]
const widestDrawn = 0.05;

/** The weeks in which every segment is shown, oldest first; their shares are brought to add up to one. */
export function habitWeeks(rows: readonly IndicatorRow[]): HabitWeek[] {
  const byWeek = new Map<Day, Map<IndicatorKey, IndicatorRow>>();
  for (const row of rows)
    byWeek.set(
      row.periodEnd,
      (byWeek.get(row.periodEnd) ?? new Map<IndicatorKey, IndicatorRow>()).set(row.indicator, row),
    );
  return [...byWeek.keys()].sort().flatMap((weekEnd) => {
    const week = byWeek.get(weekEnd)!;
    const values = segmentKeys.map((key) => week.get(key)?.value ?? null);
    const first = week.get(segmentKeys[0]!);
    const habitual = week.get('K12')?.numerator;
    if (!first || !first.denominator || first.n === null || !habitual || values.includes(null)) return [];
    const sum = values.reduce<number>((all, value) => all + value!, 0);
    if (sum <= 0) return [];
    const shares = Object.fromEntries(habitSegments.map((segment, place) => [segment, values[place]! / sum]));
    const published = habitSegments.map((segment, place): [HabitSegment, Estimate] => {
      const { low, high } = week.get(segmentKeys[place]!)!;
      return [segment, { value: values[place]!, low: low!, high: high! }];
    });
    const of = first.denominator;
    const counts = habitSegments.map((segment, place): [HabitSegment, Interval] => [
      segment,
      week.get(segmentKeys[place]!)!.numerator!,
    ]);
    return [
      {
        weekEnd,
        weeks: first.note === 'four_weeks' ? 4 : 12,
        people: Math.round(first.n),
        ...{ of, habitual },
        counts: Object.fromEntries(counts) as Record<HabitSegment, Interval>,
        shares: shares as Record<HabitSegment, number>,
        isDrawn: counts.every(([, { low, high }]) => high - low <= widestDrawn * of.high),
        published: Object.fromEntries(published) as Record<HabitSegment, Estimate>,
      },
    ];
  });
}

const ladderSteps = ['invited', 'activated', 'connected', 'engaged'] as const;
export const ladderKeys = ladderSteps.map((step) => `M08.${step}` as const);

export interface Ladder {
  planned: Interval;
  steps: { key: (typeof ladderSteps)[number] | 'habitual'; people: Interval | null; note: Note | null }[];
}

/** Its people, and why no source tells them where that is so. */
const stepOf = (outcome: Outcome | null) => {
  const note = outcome?.note;
  return { people: outcome?.numerator ?? null, note: note !== undefined && isUnmeasurable(note) ? note : null };
};

/** From the people planned to those who use the network regularly; null where nobody is planned. */
export function ladderOf(outcomeOf: (key: IndicatorKey) => Outcome | null): Ladder | null {
  const planned = outcomeOf('M08.activated')?.denominator;
  if (!planned || planned.high <= 0) return null;
  return {
    planned,
    steps: [
      ...ladderSteps.map((key) => ({ key, ...stepOf(outcomeOf(`M08.${key}`)) })),
      { key: 'habitual' as const, ...stepOf(outcomeOf('K12')) },
    ],
  };
}

/** A figure with its Sunday, and with all that says how exact it is; where it stands is known. */
export function datedOf(row: IndicatorRow): Omit<Outcome, 'against'> & { periodEnd: Day } {
  const { indicator: _, slice: __, node: ___, window: ____, against: _____, ...dated } = row;
  return dated;
}

/** How long before the trend of a habit is read: its own window, so that both share no week. */
export const before = (week: Day): Day => addDays(week, -84);

/**
 * What is said of habit now and twelve weeks before: it moves only where the intervals of both do not touch, and is
 * stable only where the published ends leave no room for more.
 */
export function usageSentence(now: Outcome | null, earlier: Outcome | null): Sentence {
  if (!now) return sentence('usage.unpublished', {});
  // Nothing masked it: there is nobody to relate it to.
  if (now.shown === 'none' && !now.denominator?.high && !isUnmeasurable(now.note))
    return sentence('usage.no_directory', {});
  if (now.shown !== 'value' || !now.numerator || now.n === null) return sentence('usage.hidden', {});
  const weeks = now.note === 'four_weeks' ? 4 : 12;
  const about: 0 | 1 = peopleEnds(now) ? 1 : 0;
  const habit = { ...now.numerator, of: Math.round(now.n), about, weeks };
  if (!earlier?.numerator || !earlier.denominator || earlier.n === null || earlier.note !== now.note)
    return sentence('usage.new', habit);
  const past = {
    beforeLow: earlier.numerator.low,
    beforeHigh: earlier.numerator.high,
    beforeOf: Math.round(earlier.n),
  };
  if (now.low! > earlier.high!) return sentence('usage.rising', { ...habit, ...past });
  if (now.high! < earlier.low!) return sentence('usage.falling', { ...habit, ...past });
  const [from, to] = [countedEnds(earlier), countedEnds(now)];
  return from && to && isSteady(from, to)
    ? sentence('usage.steady', habit)
    : sentence('usage.unclear', { ...habit, ...past });
}
