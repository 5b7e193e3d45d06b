import { EXACT_FROM } from '../mask/bands.js';
import { type Interval } from '../statistics/interval.js';

/** How carefully an organisation must be told of few people. */
export interface Care {
  k: number;
  bands: boolean;
}

/**
 * A number of people who did something, for the operator's page. Below k: only that there are some. Below 200: to the ten.
 * Both ends included; 0 stays 0, since it says that there is nothing to mend.
 */
export function coarsePeople(people: number, { k, bands }: Care): Interval {
  if (people === 0 || !bands) return { low: people, high: people };
  if (people < k) return { low: 1, high: k - 1 };
  if (people >= EXACT_FROM) return { low: people, high: people };
  const ten = people - (people % 10);
  return { low: Math.max(k, ten), high: ten + 9 };
}

/**
 * The share that `part` of `whole` events is, between 0 and 1, where `people` did them: to five hundredths below 200
 * people, of whom one may have done most, else to the hundredth; and an end only where it is one. Null without events,
 * and where so few people did them that it would be about these.
 */
export function coarseShare(part: number, whole: number, people: number, { k, bands }: Care): number | null {
  if (whole === 0) return null;
  if (!bands) return part / whole;
  if (people > 0 && people < k) return null;
  if (part === 0 || part === whole) return part / whole;
  const steps = people < EXACT_FROM ? 20 : 100;
  return Math.min(steps - 1, Math.max(1, Math.round((steps * part) / whole))) / steps;
}
