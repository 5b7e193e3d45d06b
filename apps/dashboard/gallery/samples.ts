import { addDays, type Day } from '../format/iso-week.js';
import { type TimePoint } from '../charts/TimeChart.js';

export const today: Day = '2026-11-15';

/** A curve that takes off, with its interval and a hole where nothing arrived. */
export const takeOff = (weeks: number, ceiling: number, middle: number, hole = -1): TimePoint[] =>
  Array.from({ length: weeks }, (_, i) => {
    const value = ceiling / (1 + Math.exp((middle - i) / 3.2)) + 0.012 * Math.sin(i * 1.7);
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
  Array.from({ length: weeks + 6 }, (_, i) => ({
    weekEnd: addDays(today, (i - weeks + 1) * 7),
    value: Math.min(1, (i / (weeks + 5)) * end),
  }));

export const sinceLaunch = (weeks: number, ceiling: number, people: number) =>
  Array.from({ length: weeks }, (_, x) => {
    const value = ceiling * (1 - Math.exp(-x / 4.5));
    const half = 1.3 / Math.sqrt(people);
    return { x, value, low: Math.max(0, value - half), high: value + half, n: people };
  });

export const sites = [
  { name: 'Valence', people: 96, ambassadors: 12, coverage: 0.125, state: 'inside' as const, rate: 0.62 },
  { name: 'Lyon-Sud', people: 212, ambassadors: 9, coverage: 0.042, state: 'below' as const, rate: 0.38 },
  { name: 'Genève', people: 64, ambassadors: 15, coverage: 0.234, state: 'above' as const, rate: 0.71 },
  { name: 'Hambourg', people: 148, ambassadors: 22, coverage: 0.149, state: 'inside' as const, rate: 0.55 },
  { name: 'Zaragoza', people: 40, ambassadors: 0, coverage: 0, state: 'none' as const, rate: null },
];
