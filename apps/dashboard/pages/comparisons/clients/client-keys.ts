import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { comparableKeys } from '../comparable.js';

/** What whole organisations are read by: as waves are, and by their managers and ambassadors. */
export const clientKeys = [...comparableKeys, 'K50', 'K50.posting', 'K60'] as const satisfies readonly IndicatorKey[];

export type ClientKey = (typeof clientKeys)[number];

/** What the address asks for; the first where it asks for something else. */
export const clientKey = (asked: string | undefined): ClientKey =>
  clientKeys.find((key) => key === asked) ?? clientKeys[0];
