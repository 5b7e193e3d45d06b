import { addDays, type Day, isoWeekday } from '../calendar/day.js';
import { type IndicatorKey, indicatorKeys, indicatorOf } from '../indicators/catalogue.js';
import { type Certainty, type Ends, reaches } from '../indicators/told.js';

/** What a share is to be by a day. Declared, hence exact. */
export interface Target {
  /** A wave or an entity; empty = the whole organisation. */
  scope: string;
  indicator: string;
  /** Days of the window; 0 = a state. */
  windowDays: number;
  /** By which day, included. */
  dueOn: Day;
  /** Share from 0 to 1; null = no lower end. One of both ends is said. */
  atLeast: number | null;
  atMost: number | null;
}

export const targetStates = ['met', 'open', 'late', 'missed', 'unsure', 'untold'] as const;
/**
 * `open`: not there yet, with days left; `late`: there, but not by the day; `unsure`: what is published lies on both sides;
 * `untold`: nothing is published of it.
 */
export type TargetState = (typeof targetStates)[number];

/** Shares of people as of a Sunday or over days that end on it: of nothing else is a target set. */
export const targetKeys: readonly IndicatorKey[] = indicatorKeys.filter((key) => {
  const { unit, frame } = indicatorOf(key);
  return unit === 'percent' && (frame === 'state' || frame === 'window');
});

export const targetKey = (indicator: string): IndicatorKey | null =>
  targetKeys.find((key) => key === indicator) ?? null;

/** The window that is meant where none is said; 0 = a state. */
export function ownWindow(indicator: string): number {
  const key = targetKey(indicator);
  return key === null ? 0 : (indicatorOf(key).defaultWindow ?? 0);
}

/** Whether the indicator is published over these days. */
export function isWindowOf(key: IndicatorKey, days: number): boolean {
  const { frame, windows, defaultWindow } = indicatorOf(key);
  if (frame === 'state') return days === 0;
  return days === defaultWindow || windows.some((window) => window === days);
}

/** Whether its ends are said as they must be: one at least, the lower not above the upper. */
export const isBand = ({ atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>): boolean =>
  atLeast === null || atMost === null ? atLeast !== null || atMost !== null : atLeast <= atMost;

/** The last Sunday up to the day: what is published of it is what was reached by then. */
export const judgedOn = (dueOn: Day): Day => addDays(dueOn, -(isoWeekday(dueOn) % 7));

/** Whether a share is where it is to be: said only where everything that is published says so. */
export function isWithin(ends: Ends | null, { atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>): Certainty {
  const said = [
    ...(atLeast === null ? [] : [reaches(ends, atLeast)]),
    ...(atMost === null ? [] : [staysBelow(ends, atMost)]),
  ];
  return (['no', 'unknown', 'unsure'] as const).find((one) => said.includes(one)) ?? 'yes';
}

function staysBelow(ends: Ends | null, limit: number): Certainty {
  if (!ends) return 'unknown';
  if (ends.high <= limit + 1e-9) return 'yes';
  return ends.low > limit + 1e-9 ? 'no' : 'unsure';
}

/** How it stands in a week: `now` = what is published then, `due` = what was published of the Sunday it is judged on. */
export function stateOf(target: Target, week: Day, { now, due }: { now: Ends | null; due: Ends | null }): TargetState {
  const isNow = isWithin(now, target);
  const isDue = judgedOn(target.dueOn) <= week;
  const judged = isDue ? isWithin(due, target) : isNow;
  if (judged === 'yes') return 'met';
  if (judged === 'unsure') return 'unsure';
  if (judged === 'unknown') return 'untold';
  if (!isDue) return 'open';
  return isNow === 'yes' ? 'late' : 'missed';
}

/** What is missing to the nearer end, at the least and at the most; null where it is not outside for sure. */
export function missingTo(ends: Ends | null, { atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>): Ends | null {
  if (!ends) return null;
  if (atLeast !== null && ends.high < atLeast) return { low: atLeast - ends.high, high: atLeast - ends.low };
  if (atMost !== null && ends.low > atMost) return { low: ends.low - atMost, high: ends.high - atMost };
  return null;
}
