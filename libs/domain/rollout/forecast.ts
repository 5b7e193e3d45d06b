import { addDays, type Day, daysBetween } from '../calendar/day.js';
import {
  bestGrowth,
  type CurveKind,
  type GrowthFit,
  type GrowthPoint,
  riseWeeks,
} from '../statistics/growth-curves.js';
import { type GrowthPath, growthPaths } from '../statistics/growth-paths.js';
import { quantile } from '../statistics/moments.js';
import { type Estimate } from '../statistics/two-proportions.js';
import { type Doubt, type Standing } from './slip.js';

/** Fewer measures since the launch do not make a curve (kpis K09). */
export const fewestPoints = 6;
/** Two years: further away nobody plans. */
const farthest = 104;
const drawnAtLeast = 13;
const drawnAtMost = 52;
const trendWeeks = 4;

/** Share expected on a Sunday; eight futures in ten lie between `low` and `high`. */
export interface ForecastPoint {
  weekEnd: Day;
  value: number;
  low: number;
  high: number;
}

/** A day with the interval in which it falls eight times in ten; null = not within two years. */
export interface ForecastDay {
  day: Day | null;
  low: Day | null;
  high: Day | null;
}

export interface FittedForecast {
  state: 'fitted';
  curve: CurveKind;
  observations: number;
  /** Share at which the growth levels off, at the end of two years. */
  ceiling: Estimate;
  inflexion: Day;
  /** From 5 % to 95 % of the ceiling; null for a curve without that meaning. */
  riseWeeks: number | null;
  reached: ForecastDay;
  /** Where it begins: the last share measured, between the ends of what is published. */
  from: ForecastPoint;
  points: ForecastPoint[];
}

export interface EarlyForecast {
  state: 'too_early';
  /** `points`: fewer than six measures; `inflexion`: the growth has not yet begun to slow down. */
  reason: 'points' | 'inflexion';
  observations: number;
  /** The last four weeks carried on straight: no forecast. Null when nothing grows. */
  trend: { perWeek: number; reached: Day | null } | null;
}

export type Forecast = FittedForecast | EarlyForecast;

/** Futures of a wave, week by week after `last`: what a sum over waves is made of. */
export interface Futures {
  last: Standing;
  doubt: Doubt;
  paths: readonly GrowthPath[];
}

interface Wanted {
  launch: Day;
  /** Share to be reached, 0 to 1. */
  target: number;
  plannedEnd: Day;
  /** Of the last share: every interval is the union of those from both its ends (rules 4.4). */
  doubt?: Doubt;
}

const noDoubt: Doubt = { below: 0, above: 0 };

/**
 * What a wave will have activated, from its weekly shares since the launch (kpis K09): the better of a logistic and a
 * Bass curve, with a seeded bootstrap. Only with six measures and past the inflexion: before it any ceiling fits.
 * `standings`: oldest first, centres of published intervals. Null without a measure since the launch or once the target
 * is reached.
 */
export function forecastOf(
  standings: readonly Standing[],
  wanted: Wanted,
): { forecast: Forecast; futures: Futures | null } | null {
  const since = standings.filter(({ weekEnd }) => weekEnd >= wanted.launch);
  const last = since.at(-1);
  if (!last || last.actual >= wanted.target) return null;
  const points = since.map(({ weekEnd, actual }) => ({ week: weekOf(wanted.launch, weekEnd), share: actual }));
  const early = (reason: EarlyForecast['reason']) => {
    const trend = trendOf(since, wanted.target);
    return { forecast: { state: 'too_early' as const, reason, observations: points.length, trend }, futures: null };
  };
  if (points.length < fewestPoints) return early('points');
  const fit = bestGrowth(points);
  if (!fit || fit.inflexion >= points.at(-1)!.week) return early('inflexion');
  const futures = { last, doubt: wanted.doubt ?? noDoubt, paths: growthPaths(points, fit, { weeks: farthest }) };
  return { forecast: fittedOf(points, fit, futures, wanted), futures };
}

const weekOf = (launch: Day, weekEnd: Day) => (daysBetween(launch, weekEnd) + 1) / 7;

function fittedOf(points: readonly GrowthPoint[], fit: GrowthFit, futures: Futures, wanted: Wanted): FittedForecast {
  return {
    ...{ state: 'fitted', curve: fit.kind, observations: points.length },
    ceiling: levelAt(futures, farthest - 1),
    inflexion: addDays(wanted.launch, Math.round(fit.inflexion * 7)),
    riseWeeks: fit.kind === 'logistic' ? riseWeeks(fit.parameters[1]!) : null,
    ...drawnOf(futures, wanted),
  };
}

/** Band and date of a set of futures. */
export function drawnOf(
  futures: Futures,
  { target, plannedEnd }: Pick<Wanted, 'target' | 'plannedEnd'>,
): Pick<FittedForecast, 'reached' | 'from' | 'points'> {
  const { last, doubt } = futures;
  const reached = reachedOn(futures, target);
  const until = [plannedEnd, reached.high ?? reached.day ?? plannedEnd].sort().at(-1)!;
  const weeks = Math.ceil(daysBetween(last.weekEnd, until) / 7) + 2;
  const drawn = Math.min(drawnAtMost, Math.max(drawnAtLeast, weeks));
  const points = Array.from({ length: drawn }, (_, ahead) => ({
    weekEnd: addDays(last.weekEnd, (ahead + 1) * 7),
    ...levelAt(futures, ahead),
  }));
  const from = { weekEnd: last.weekEnd, value: last.actual, ...around(last.actual, last.actual, doubt) };
  return { reached, from, points };
}

const around = (low: number, high: number, { below, above }: Doubt) => ({
  low: Math.max(0, low - below),
  high: Math.min(1, high + above),
});

function levelAt({ paths, doubt }: Futures, ahead: number): Estimate {
  const shares = paths.map((path) => path[ahead]!);
  return { value: quantile(shares, 0.5), ...around(quantile(shares, 0.1), quantile(shares, 0.9), doubt) };
}

function reachedOn({ last, paths, doubt }: Futures, target: number): ForecastDay {
  const day = (share: number, wanted: number) => {
    const weeks = paths.map((path) => {
      const at = path.findIndex((one) => one >= wanted);
      return at < 0 ? Infinity : at + 1;
    });
    const week = quantile(weeks, share);
    return week === Infinity ? null : addDays(last.weekEnd, Math.ceil(week) * 7);
  };
  return { day: day(0.5, target), low: day(0.1, target - doubt.above), high: day(0.9, target + doubt.below) };
}

function trendOf(standings: readonly Standing[], target: number): EarlyForecast['trend'] {
  const last = standings.at(-1)!;
  const from = standings.find(({ weekEnd }) => daysBetween(weekEnd, last.weekEnd) <= trendWeeks * 7)!;
  const weeks = daysBetween(from.weekEnd, last.weekEnd) / 7;
  const perWeek = weeks > 0 ? (last.actual - from.actual) / weeks : 0;
  if (perWeek <= 0) return null;
  const left = Math.ceil((target - last.actual) / perWeek);
  return { perWeek, reached: left <= farthest ? addDays(last.weekEnd, left * 7) : null };
}
