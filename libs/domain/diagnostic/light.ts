import { type Interval } from '../statistics/interval.js';

/** Worst first: what is not known is never better than what needs care (kpis §4). */
export const lights = ['red', 'unknown', 'amber', 'green'] as const;
export type Light = (typeof lights)[number];

/** How the lights of several signals become one. Taking a signal away never makes the answer greener. */
export type Combination = (found: readonly Light[]) => Light;

/** The worst of them; nothing looked at is not known. */
export const worst: Combination = (found) => lights.find((light) => found.includes(light)) ?? 'unknown';

/** Red only where all are, green only where all are, amber in between; not known as soon as one is not. */
export const inPart: Combination = (found) => {
  if (found.length === 0 || found.includes('unknown')) return 'unknown';
  if (found.every((light) => light === 'green')) return 'green';
  return found.every((light) => light === 'red') ? 'red' : 'amber';
};

/** One good one is enough; none is a reason for care, never an alarm. */
export const oneOf: Combination = (found) => {
  if (found.includes('green')) return 'green';
  return found.length === 0 || found.includes('unknown') ? 'unknown' : 'amber';
};

/** The better of two sources of the same fact; one that says nothing leaves it to the other. */
export const better = (one: Light, other: Light): Light =>
  one === 'unknown' ? other : other === 'unknown' ? one : lights[Math.max(lights.indexOf(one), lights.indexOf(other))]!;

/**
 * Between which values a figure is red, amber and green. `more`: red below `red`, green from `green` on; `less`: red
 * above `red`, green up to `green`. `red` null = never an alarm. Shares between 0 and 1, else the unit of the figure.
 */
export interface Limit {
  better: 'more' | 'less';
  red: number | null;
  green: number;
}

const lightOfValue = (value: number, { better, red, green }: Limit): Light => {
  if (better === 'more' ? value >= green : value <= green) return 'green';
  return red !== null && (better === 'more' ? value < red : value > red) ? 'red' : 'amber';
};

/** Of a published figure that lies somewhere between both ends: a colour where all it may be agrees, else not known. */
export function lightBetween({ low, high }: Interval, limit: Limit): Light {
  const [one, other] = [lightOfValue(low, limit), lightOfValue(high, limit)];
  return one === other ? one : 'unknown';
}
