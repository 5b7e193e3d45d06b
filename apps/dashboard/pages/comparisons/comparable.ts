import { addressOf, sideNamed } from '#domain/comparison/side.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';

/** Proportions of people that waves can be compared by, the most asked for first. */
export const comparableKeys = [
  'K20',
  'K03b',
  'K04.login.share',
  'K04.act.share',
  'K21',
  'K22',
  'K08',
] as const satisfies IndicatorKey[];

export type ComparableKey = (typeof comparableKeys)[number];

/** What the address asks for; the first where it asks for something else. */
export const comparableKey = (asked: string | undefined): ComparableKey =>
  comparableKeys.find((key) => key === asked) ?? comparableKeys[0];

type Sides = readonly string[];

/** Who stands on the sides: as the address asks while the answer is on its way, and then as the answer has them. */
export function sidesOf(asked: Sides | undefined, answered: Sides, isAnswered: boolean): Sides {
  const named = (asked ?? []).flatMap((text) => sideNamed(text) ?? []).map(addressOf);
  return isAnswered || named.length < 2 ? answered : named;
}

/** Those to build a change on: what is drawn, unless the address has moved on since it was. */
export const sidesSince = (now: Sides | undefined, drawnFor: Sides | undefined, drawn: Sides): Sides =>
  sidesOf(now, drawn, now?.join() === drawnFor?.join());

/** The two sides after one of them changed: choosing the other side's wave swaps them. Those beside stay. */
export function choose(compared: readonly string[], side: 0 | 1, wave: string): string[] {
  const next = [...compared];
  const elsewhere = next.indexOf(wave);
  const before = next[side];
  if (elsewhere >= 0 && before !== undefined) next[elsewhere] = before;
  next[side] = wave;
  return next.filter((key): key is string => key !== undefined);
}

/** Sides that stay when only the way of reading them changes: whom nobody named would be chosen anew for it. */
export const keep = (compared: readonly string[]): { compare?: string[] } =>
  compared.length < 2 ? {} : { compare: [...compared] };

/** Shows a further wave behind the two sides, or takes it away. */
export const toggle = (compared: readonly string[], wave: string): string[] =>
  compared.includes(wave) ? compared.filter((key) => key !== wave) : [...compared, wave];
