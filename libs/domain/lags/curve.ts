import { centreOf, type Interval } from '../statistics/interval.js';
import { kaplanMeier, type LagCount, riskSets, type SurvivalStep, timeTo } from '../statistics/survival.js';
import { DAILY_LAGS, type LagKind } from './lag.js';
import { type PublishedLag } from './lag-histogram.js';

/** Habits form over weeks; everything else is told in days. */
export const unitOf = (kind: LagKind): 'days' | 'weeks' => (kind === 'habit' ? 'weeks' : 'days');

export interface LagCurve {
  /** People who were ever at risk. */
  people: Interval;
  events: Interval;
  /** From the origin on, one point per lag with events; `at` in days or weeks (`unitOf`). */
  points: LagPoint[];
  /** Time by which it has happened to half; null = not reached. 95 %, over both ends of what is published. */
  median: { value: number | null; low: number | null; high: number | null };
  /** Longest time that anybody has been seen for, and no longer than the side has been open. */
  followUp: number;
  /**
   * To how many it could still happen from a time on: those it happened to and those no longer seen are gone. `atMost`:
   * some of those who are seen no longer may be gone already, since they are published only as one bin of many weeks; from
   * there on the curve tells a least share.
   */
  risk: { at: number; n: number; atMost: boolean }[];
}

export interface LagPoint {
  at: number;
  /** Share to whom it has happened by then: 1 − Kaplan–Meier, with Greenwood's 95 % interval. */
  value: number;
  low: number;
  high: number;
  atRisk: number;
}

/**
 * Kaplan–Meier curve of a published histogram (kpis K02b, K10, K12b). Leavers and those to whom it has not happened
 * count until they were last seen. Where counts are bands, the interval is the union of those at both ends (rules 4.4).
 * Null where nobody was ever at risk.
 *
 * `age`: days since the side opened, declared. Bins are joined over the whole organisation, so that the last one of a
 * young side may end long after it began: beyond its age nothing is told.
 */
export function curveOf(kind: LagKind, bins: readonly PublishedLag[], age = Infinity): LagCurve | null {
  const people = total(bins, 'entered');
  if (people.high <= 0) return null;
  const [few, centre, many] = [0, 1, 2].map((end) => kaplanMeier(lagCounts(kind, bins, end as End)));
  const [least, most] = [lookup(few!), lookup(many!)];
  const points = centre!.map(({ lag, survival, low, high, atRisk }) => ({
    ...{ at: lag, atRisk, value: 1 - survival },
    low: Math.min(1 - high, 1 - (least(lag)?.high ?? 1)),
    high: Math.max(1 - low, 1 - (most(lag)?.low ?? low)),
  }));
  const oldest = unitOf(kind) === 'weeks' ? age / 7 : age;
  const seen = riskSets(lagCounts(kind, bins, 1)).filter(({ atRisk }) => atRisk > 0);
  const within = (at: number | null) => (at !== null && at <= oldest ? at : null);
  return {
    ...{ people, events: total(bins, 'events'), points: points.filter(({ at }) => at <= oldest) },
    followUp: Math.min(oldest, seen.at(-1)?.lag ?? 0),
    // Who is at risk at the next step was so on the last day of the side.
    risk: seen
      .filter((_, step) => (seen[step - 1]?.lag ?? -1) < oldest)
      .map(({ lag, atRisk }) => ({ at: Math.min(lag, oldest), n: atRisk, atMost: isJoined(kind, bins, lag) })),
    median: {
      value: within(timeTo(centre!).value),
      low: within(timeTo(many!).low),
      high: within(timeTo(few!).high),
    },
  };
}

/** Bins of lost people that join more weeks than this leave open when they were lost. [I] */
const longestBin = 56;

/** Whether people who may be lost before a time are published in one long bin that ends at it or later. */
function isJoined(kind: LagKind, bins: readonly PublishedLag[], at: number): boolean {
  const lost = bins.filter(({ censored }) => censored[1] > 0);
  const next = lost.findIndex(({ lag }) => timeOf(kind, lag) >= at);
  if (next < 0) return false;
  const [from, to] = [lost[next - 1]?.lag ?? 0, lost[next]!.lag];
  return to - from > longestBin && at > timeOf(kind, from);
}

/** 0 = as few as published, 1 = in the middle, 2 = as many. */
type End = 0 | 1 | 2;

/** A histogram as the statistics read it: bins of a week happened by its last day, and who comes at a lag is at risk there. */
export function lagCounts(kind: LagKind, bins: readonly PublishedLag[], end: End = 1): LagCount[] {
  return bins.flatMap(({ lag, entered, events, censored }) => {
    const at = timeOf(kind, lag);
    const happened = pick(events, end);
    // Of the people of a bin, whoever it did not happen to was seen no longer.
    const others = centre(censored) + centre(events) - happened;
    const counts = [{ lag: at, events: happened, censored: Math.max(0, others) }];
    const late = centre(entered);
    // The statistics have late entries at risk from the lag after: half a step before is the same.
    return lag > 0 && late > 0 ? [{ lag: at - 0.5, events: 0, censored: 0, entered: late }, ...counts] : counts;
  });
}

const timeOf = (kind: LagKind, lag: number): number =>
  unitOf(kind) === 'weeks' ? lag / 7 : lag < DAILY_LAGS ? lag : lag + 6;

const centre = ([low, high]: readonly [number, number]) => (low + high) / 2;
const pick = ([low, high]: readonly [number, number], end: End) =>
  end === 0 ? low : end === 2 ? high : (low + high) / 2;

function total(bins: readonly PublishedLag[], part: 'entered' | 'events'): Interval {
  return {
    low: bins.reduce((sum, bin) => sum + bin[part][0], 0),
    high: bins.reduce((sum, bin) => sum + bin[part][1], 0),
  };
}

/** The step that holds at a lag. */
const lookup = (steps: readonly SurvivalStep[]) => (lag: number) => steps.findLast((step) => step.lag <= lag);

/** The sum of disjoint places, bin by bin. */
export function addedBins(places: readonly (readonly PublishedLag[])[]): PublishedLag[] {
  const sums = new Map<number, PublishedLag>();
  const plus = (one: PublishedLag['events'], other: PublishedLag['events']) =>
    [one[0] + other[0], one[1] + other[1]] as const;
  for (const { lag, entered, events, censored } of places.flat()) {
    const sum = sums.get(lag) ?? { lag, entered: [0, 0], events: [0, 0], censored: [0, 0] };
    sums.set(lag, {
      lag,
      entered: plus(sum.entered, entered),
      events: plus(sum.events, events),
      censored: plus(sum.censored, censored),
    });
  }
  return [...sums.values()].sort((one, other) => one.lag - other.lag);
}

/** People of a histogram who were ever at risk, in the middle of what is published. */
export const peopleOf = (bins: readonly PublishedLag[]): number => centreOf(total(bins, 'entered'));
