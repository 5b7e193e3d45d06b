import { addDays, type Day, endsBlock } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type EventKind } from '../events/kind.js';
import { type PublishedLag } from '../lags/lag-histogram.js';
import { type Base } from './base.js';
import { type IndicatorKey, indicatorOf } from './catalogue.js';
import { type Outcome } from './indicator.js';
import { type Told } from './measurable.js';
import { undefinedFor } from './outcome.js';
import { type Publication } from './publication.js';
import { Reading, type StateMeasure, type WindowMeasure } from './reading.js';
import { whyNeverTold, whyUntold } from './untold.js';
import { type Interval } from '../statistics/interval.js';

/** What the rates of an organisation depend on beside its counts. */
export interface Rules {
  base: Base;
  k: number;
  /** What the sources have ever told; unknown = nothing is refused for it. */
  told?: Told;
  /** Kinds that they had told when a week was published: what came later is not nothing there. Absent = as `told`. */
  kindsIn?: ReadonlyMap<Day, readonly EventKind[]>;
}

/** One line of an answer: a place, a wave, a level, or the whole. */
export interface Slice {
  slice: string;
  /** The published places that make it up that week; empty = it does not exist then. */
  places: (weekEnd: Day) => readonly string[];
  population: string;
  /** Nobody outside the directory belongs to it, even where it is the whole tree: no wave opens to them. */
  directoryOnly?: boolean;
  /** People whom the plan had activated by that Sunday. */
  plan?: (weekEnd: Day) => number | null;
  /** What is left of a count where something else is known beside it; `count` tells others of the same place and time. */
  knowing?: (measure: Measure, found: Interval, count: (measure: WindowMeasure) => Interval | null) => Interval;
}

type Measure = StateMeasure | WindowMeasure;

export interface IndicatorRow extends Outcome {
  indicator: IndicatorKey;
  slice: string;
  node: string | null;
  periodEnd: Day;
  window: Window | null;
}

/** The window is not one of the indicator's published ones (rules 6.2). */
export class WindowNotPublished extends Error {
  readonly code = 'window_not_published';
}

/** The window an indicator is read over: the one asked for, else its own; null for states. */
export function windowOf(key: IndicatorKey, asked: Window | undefined): Window | null {
  const { windows, defaultWindow, frame } = indicatorOf(key);
  if (frame !== 'window' || asked === undefined) return defaultWindow;
  if (!windows.includes(asked))
    throw new WindowNotPublished(`${key} is published over ${windows.join(', ')} days, not ${asked}.`);
  return asked;
}

/**
 * The population an indicator reads when another is asked for: everyone gives way to its own. Of any other one it wants
 * the members of its own, which nobody publishes: managers among the people of a wave are not the people of the wave.
 * Levels hold managers only, and those who manage nobody are what managers are compared with.
 */
export function populationOf(key: IndicatorKey, asked: string): string {
  const own = indicatorOf(key).population;
  if (own === undefined || asked === own) return asked;
  if (own === 'managers' && (asked === 'others' || asked.startsWith('level-'))) return asked;
  return asked === 'everyone' ? own : `${own} & ${asked}`;
}

/** Every population whose counts some indicators read, where none other than their own is asked for. */
export const populationsRead = (keys: readonly IndicatorKey[]): string[] =>
  keys.flatMap((key) => [populationOf(key, 'everyone'), ...(indicatorOf(key).beside ?? [])]);

/** One indicator of one slice in one week; says so where no source tells what it is made of. */
export function outcomeAt(
  publication: Publication,
  rules: Rules,
  key: IndicatorKey,
  slice: Slice,
  weekEnd: Day,
  window: Window | null,
): Outcome {
  const why = whyUntold(rules, key, weekEnd);
  if (why) return undefinedFor(why);
  return indicatorOf(key).value(
    readingAt(publication, rules, slice, weekEnd, window, populationOf(key, slice.population)),
  );
}

/** How long something takes, of people by that time; says so where no source tells what it is made of. */
export function lagOutcome(rules: Rules, key: IndicatorKey, lags: readonly PublishedLag[] | null): Outcome {
  const why = whyNeverTold(rules, key);
  if (why) return undefinedFor(why);
  return indicatorOf(key).value(new Reading('everyone', { ...rules, window: null, count: () => null, lags }));
}

export function readingAt(
  publication: Publication,
  rules: Rules,
  slice: Pick<Slice, 'places' | 'plan' | 'directoryOnly' | 'knowing'>,
  weekEnd: Day,
  window: Window | null,
  population = 'everyone',
): Reading {
  const places = slice.places(weekEnd);
  const count = (of: string, days: number, measure: Measure) => publication.count(places, weekEnd, of, days, measure);
  return new Reading(population, {
    ...rules,
    window,
    plan: slice.plan?.(weekEnd) ?? null,
    count: (of, frame, measure, days = window ?? undefined) => {
      if (of === 'unassigned' && slice.directoryOnly) return null;
      const over = frame === 'state' ? 0 : (days ?? 0);
      const found = count(of, over, measure);
      return found && slice.knowing ? slice.knowing(measure, found, (other) => count(of, over, other)) : found;
    },
    bound: (group, frame, measure) =>
      publication.bound(places, weekEnd, group, frame === 'state' ? 0 : (window ?? 0), measure),
  });
}

/** Rows of an indicator over slices and weeks, slice by slice, oldest first. Weeks that say nothing yet are absent. */
export function rowsOf(
  publication: Publication,
  rules: Rules,
  key: IndicatorKey,
  slices: readonly Slice[],
  weeks: readonly Day[],
  asked?: Window,
): IndicatorRow[] {
  const window = windowOf(key, asked);
  // What looks at all weeks at once has rows of its own.
  if (['cohort', 'lag'].includes(indicatorOf(key).frame)) return [];
  return slices.flatMap((slice) =>
    weeks.flatMap((weekEnd) => {
      const places = slice.places(weekEnd);
      if (places.length === 0) return [];
      const outcome = outcomeAt(publication, rules, key, slice, weekEnd, window);
      if (isLater(outcome, weekEnd, window)) return [];
      const below = places.some((place) => place !== publication.tree(weekEnd).root?.key);
      const elsewhere = outcome.shown === 'masked' && below && populationOf(key, slice.population) !== 'everyone';
      const row = {
        indicator: key,
        slice: slice.slice,
        node: places.length === 1 ? places[0]! : null,
        periodEnd: weekEnd,
        window,
      };
      return [{ ...row, ...outcome, ...(elsewhere ? { note: 'see_level_above' as const } : {}) }];
    }),
  );
}

/** Small places publish states and windows of four weeks or more at block ends: between them there is nothing to say. */
function isLater(outcome: Outcome, weekEnd: Day, window: Window | null): boolean {
  return outcome.shown === 'masked' && outcome.note === 'not_published' && window !== 7 && !endsBlock(weekEnd);
}

/** Sundays on which a slice has no row of an indicator because the small places in it wait for the end of their block. */
export function waitingIn(
  rows: readonly Pick<IndicatorRow, 'indicator' | 'slice' | 'periodEnd'>[],
  keys: readonly IndicatorKey[],
  slices: readonly Pick<Slice, 'slice' | 'places'>[],
  weeks: readonly Day[],
): { slice: string; weekEnd: Day }[] {
  const told = new Set(rows.map(({ indicator, slice, periodEnd }) => `${indicator}/${slice}/${periodEnd}`));
  const read = keys.filter((key) => !['cohort', 'lag'].includes(indicatorOf(key).frame));
  return slices.flatMap(({ slice, places }) =>
    weeks
      .filter((weekEnd) => !endsBlock(weekEnd) && places(weekEnd).length > 0)
      .filter((weekEnd) => read.some((key) => !told.has(`${key}/${slice}/${weekEnd}`)))
      .map((weekEnd) => ({ slice, weekEnd })),
  );
}

/** Per slice and indicator only the newest row, at most four weeks before the newest week asked for. */
export function latestRows(rows: readonly IndicatorRow[], newest: Day): IndicatorRow[] {
  const latest = new Map<string, IndicatorRow>();
  for (const row of rows) {
    const key = `${row.indicator}/${row.slice}`;
    const known = latest.get(key);
    if (row.periodEnd > addDays(newest, -28) && (!known || known.periodEnd < row.periodEnd)) latest.set(key, row);
  }
  return [...latest.values()];
}
