import { exactly, type Interval } from '../statistics/interval.js';
import { type Window } from '../calendar/windows.js';
import { type LagBin } from '../lags/lag.js';
import { type PublishedLag } from '../lags/lag-histogram.js';
import { type Base } from './base.js';
import { type IndicatorKey, indicatorOf } from './catalogue.js';
import { type Outcome } from './indicator.js';
import { Reading, type StateMeasure, type WindowMeasure } from './reading.js';

export interface ExactCounts {
  /** People (or person-days) counted straight from activity; null = this measure was not counted. */
  count(
    population: string,
    frame: 'state' | 'window',
    measure: StateMeasure | WindowMeasure,
    days?: Window,
  ): number | null;
  base: Base;
  /** Null for a window that is never published. */
  window?: Window | null;
  population?: string;
  plan?: number | null;
  cohort?: { people: number; active: number } | null;
  lags?: readonly LagBin[] | null;
}

const exact = (n: number | null): Interval | null => (n === null ? null : exactly(n));

const publishedExactly = ({ lag, entered, events, censored }: LagBin): PublishedLag => ({
  lag,
  ...{ entered: [entered, entered], events: [events, events], censored: [censored, censored] },
});

/** Divides counts that hide nothing exactly as published ones are divided: the operator's door, at any size. */
export function exactOutcome(key: IndicatorKey, counts: ExactCounts): Outcome {
  const indicator = indicatorOf(key);
  const { base, plan = null, cohort = null, lags = null, window = null } = counts;
  const reading = new Reading(counts.population ?? indicator.population ?? 'everyone', {
    ...{ base, plan, k: 1, window },
    count: (population, frame, measure, days) => exact(counts.count(population, frame, measure, days)),
    cohort: cohort && { people: exactly(cohort.people), active: exactly(cohort.active) },
    lags: lags && lags.map(publishedExactly),
  });
  return indicator.value(reading);
}

/** The measures that an indicator reads, found by asking it. */
export function measuresRead(key: IndicatorKey): Set<string> {
  const indicator = indicatorOf(key);
  const { population = 'everyone', defaultWindow } = indicator;
  const read = new Set<string>();
  const count = (_population: string, _frame: string, measure: string) => {
    read.add(measure);
    return exactly(100);
  };
  const counted = { base: 'headcount', k: 1, window: defaultWindow, plan: 50, count } as const;
  indicator.value(new Reading(population, { ...counted, cohort: { people: exactly(100), active: exactly(50) } }));
  return read;
}
