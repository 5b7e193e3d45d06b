import { type Lags } from '#contract/lags.js';
import { type CurvePoint } from '#contract/rollout.js';
import { exactly } from '#domain/statistics/interval.js';
import { type CoverageBar } from '../charts/CoverageBars.js';
import { type SharesWeek } from '../charts/StackedShares.js';
import { type TimePoint } from '../charts/TimeChart.js';
import { type WaveBar } from '../charts/WaveTimeline.js';
import { addDays, type Day } from '../format/iso-week.js';

export const today: Day = '2026-11-15';

const count = (n: number) => [...Array(n).keys()];

/** A curve that takes off, with its interval and a hole where nothing arrived. */
export const takeOff = (weeks: number, ceiling: number, middle: number, hole = -2): TimePoint[] =>
  count(weeks).map((i) => {
    const value = ceiling / (1 + Math.exp((middle - i) / (weeks / 9))) + 0.012 * Math.sin(i * 1.7);
    const spread = 0.03 + 0.05 / (1 + i / 6);
    const gone = i === hole || i === hole + 1;
    return {
      weekEnd: addDays(today, (i - weeks + 1) * 7),
      value: gone ? null : Math.max(0.01, value),
      low: gone ? null : Math.max(0, value - spread),
      high: gone ? null : value + spread,
      n: Math.round(4200 + i * 170),
    };
  });

export const straight = (weeks: number, end: number): TimePoint[] =>
  count(weeks + 6).map((i) => ({
    weekEnd: addDays(today, (i - weeks + 1) * 7),
    value: Math.min(1, (i / (weeks + 5)) * end),
  }));

export const planned = (weeks: number): CurvePoint[] =>
  takeOff(weeks, 0.72, weeks / 2).map(({ weekEnd, value, low = null, high = null }, i) => ({
    ...{ weekEnd, actual: value, low, high, plan: (0.8 * i) / weeks },
    ...{ numerator: null, denominator: exactly(8300) },
  }));

/** Four layers, the last one thin. */
export const shareWeeks = (weeks: number): SharesWeek[] =>
  count(weeks).map((i) => {
    const grown = i / Math.max(1, weeks - 1);
    const shares = { 0: 0.6 - 0.4 * grown, 1: 0.2, 2: 0.18 + 0.37 * grown, 3: 0.02 + 0.03 * grown };
    return { weekEnd: addDays(today, (i - weeks + 1) * 7), shares };
  });

export const sinceLaunch = (weeks: number, ceiling: number, people: number) =>
  count(weeks).map((x) => {
    const value = ceiling * (1 - Math.exp(-x / 4.5));
    const half = 1.3 / Math.sqrt(people);
    return { x, value, low: Math.max(0, value - half), high: value + half, n: people };
  });

export function lagSide(position: number, name: string, weeks: number, people: number): Lags['sides'][number] {
  const points = sinceLaunch(weeks, 0.7, people).map(({ x, n, ...ends }) => ({ ...ends, at: x, atRisk: n - x }));
  const curve = {
    ...{ people: exactly(people), events: exactly(Math.round(people * 0.6)), points, followUp: weeks },
    median: { value: 5, low: 4, high: 7 },
    risk: points.map(({ at, atRisk }) => ({ at, n: atRisk, atMost: at > 12 })),
  };
  return { key: String(position), name, position, people, units: 8, reason: null, curve };
}

/** Busy on working days, most of all at ten and at two. */
export const hours = (most: number): number[] =>
  count(168).map((at) => {
    const [day, hour] = [Math.floor(at / 24), at % 24];
    const isOpen = day < 5 && hour > 7 && hour < 19;
    return isOpen ? Math.round(most * (hour === 10 || hour === 14 ? 1 : 0.5)) : 0;
  });

export const openings = (waves: number): Omit<WaveBar, 'name'>[] =>
  count(waves).map((n) => {
    const plannedStart = addDays(today, -310 + n * 90);
    const isOpen = plannedStart < today;
    return {
      ...{ key: String(n), position: n, plannedStart, plannedEnd: addDays(plannedStart, 84), late: n % 2 === 1 },
      actualStart: isOpen ? addDays(plannedStart, n * 5) : null,
      actualEnd: n === 0 ? addDays(plannedStart, 98) : null,
    };
  });

export const steps = [1, 0.94, 0.6, 0.48, 0.31].map((share) => ({ share, low: share * 0.97, high: share }));

export const coverages = (
  places: number,
): (Pick<CoverageBar, 'coverage' | 'state'> & { ambassadors: number; of: number })[] =>
  count(places).map((n) => {
    const [ambassadors, of] = [n * 5, 96 + n * 9];
    const coverage = ambassadors / of;
    const state = n === 0 ? 'none' : coverage < 0.1 ? 'below' : coverage > 0.2 ? 'above' : 'inside';
    return { ambassadors, of, coverage, state };
  });

export const funnelLimits = (target: number) =>
  [30, 60, 120, 300, 800, 2000].map((size) => {
    const ends = (z: number) => ({ low: target - z / Math.sqrt(size) / 2, high: target + z / Math.sqrt(size) / 2 });
    return { size, warn: ends(2), alarm: ends(3) };
  });

export const funnelPoints = (places: number, nameOf: (n: number) => string) =>
  count(places).map((n) => {
    const size = 30 * 66 ** (n / Math.max(1, places - 1));
    const value = 0.42 + (Math.sin(n * 2.4) * 1.2) / Math.sqrt(size);
    const standing = n % 9 === 4 ? ('below' as const) : n % 9 === 7 ? ('above' as const) : ('within' as const);
    const published = { low: value - 0.05, high: value + 0.05 };
    return {
      place: String(n),
      name: nameOf(n),
      size,
      value: n % 5 === 3 ? null : value,
      published,
      standing,
      isMarked: false,
    };
  });

/** Parents before children; every sixth is grouped. */
export const tree = (places: number, columns: number) =>
  count(places).map((n) => ({
    key: String(n),
    parent: n === 0 ? null : n % 7 === 1 ? '0' : String(n - ((n - 1) % 7)),
    size: 8300 - n * 130,
    values: count(columns).map((at) => (n % 6 === 5 ? null : Math.abs(Math.sin(n + at)))),
  }));

export const sites = [
  { name: 'Valence', people: 96, rate: 0.62, state: 'inside' as const },
  { name: 'Lyon-Sud', people: 212, rate: 0.38, state: 'below' as const },
  { name: 'Genève', people: 64, rate: 0.71, state: 'above' as const },
  { name: 'Hambourg', people: 148, rate: 0.55, state: 'inside' as const },
  { name: 'Zaragoza', people: 40, rate: null, state: 'none' as const },
];
