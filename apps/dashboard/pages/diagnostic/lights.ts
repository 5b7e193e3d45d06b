import { type Light, type Verdict } from '#contract/diagnostic.js';
import { type CheckKey } from '#domain/diagnostic/catalogue.js';
import { type State } from '../../ui/Status.js';

export const errors = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10'] as const satisfies CheckKey[];
export type ErrorKey = (typeof errors)[number];

/** A verdict as an icon and a word; its colour only repeats them. */
export const lightStates: Record<Light, State> = {
  red: 'failed',
  amber: 'attention',
  green: 'done',
  unknown: 'unknown',
};

/** In the order in which they are counted. */
export const lightOrder: readonly Light[] = ['red', 'amber', 'green', 'unknown'];

/** An error is there or avoided; anything else is in order or to be mended. */
export const errorWords = { red: 'present', amber: 'amber', green: 'avoided', unknown: 'unknownError' } as const;
export const stateWords = { red: 'red', amber: 'amber', green: 'green', unknown: 'unknown' } as const;

/** Where a verdict comes from; what is known of it may stand beside what decides, and then something is known. */
export function originWord({ origin, available }: Pick<Verdict, 'origin' | 'available'>) {
  if (origin !== null) return origin;
  return available > 0 ? 'nothingDecides' : 'nothingKnown';
}
