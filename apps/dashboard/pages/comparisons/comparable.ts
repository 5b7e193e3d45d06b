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
