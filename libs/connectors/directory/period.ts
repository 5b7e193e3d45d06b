import { type Day } from '#domain/calendar/day.js';
import { type Finding } from './checked.js';

/** Days from `from` up to the one before `to`; null is open. */
export interface Period {
  from: Day | null;
  to: Day | null;
}

export function isEmptyPeriod({ from, to }: Period): boolean {
  return from !== null && to !== null && from >= to;
}

/** The days that both have; null if there are none. */
export function overlap(one: Period, other: Period): Period | null {
  const from = one.from === null || (other.from !== null && other.from > one.from) ? other.from : one.from;
  const to = one.to === null || (other.to !== null && other.to < one.to) ? other.to : one.to;
  return isEmptyPeriod({ from, to }) ? null : { from, to };
}

export function emptyPeriod(field: string): Finding {
  return { code: 'empty_validity', field, message: 'The end is not after the beginning.' };
}
