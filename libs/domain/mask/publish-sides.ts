import { BAND, type Interval } from './bands.js';
import { type Contribution, isShared } from './dominance.js';

/**
 * A part of a volume whose whole is told, so that the rest is told with it: exact where many people share in both, a band
 * at the end where few deeds are on one side and many people share in the other, else null.
 */
export function publishSides(part: Contribution, rest: Contribution, { bands }: { bands: boolean }): Interval | null {
  const whole = part.total + rest.total;
  if (!bands) return [part.total, part.total];
  if (whole < 2 * BAND) return null;
  if (part.total < BAND) return isShared(rest) ? [0, BAND - 1] : null;
  if (rest.total < BAND) return isShared(part) ? [whole - BAND + 1, whole] : null;
  return isShared(part) && isShared(rest) ? [part.total, part.total] : null;
}
