import { type Interval } from '../mask/bands.js';

/** A bin of lags as published, from its first day (`lag`) to the next bin. */
export interface PublishedLag {
  lag: number;
  entered: Interval;
  events: Interval;
  censored: Interval;
}
