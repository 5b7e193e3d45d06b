import { type Interval } from '../statistics/interval.js';
import { type Note, type Outcome } from './indicator.js';
import { share } from './outcome.js';
import { type Reading, type WindowMeasure } from './reading.js';

/** Whom the rates of an organisation divide by: one base for all its weeks, or its curves would jump. */
export type Base = 'invited' | 'opened' | 'headcount';

const baseNotes: Record<Base, Note> = { invited: 'base_invited', opened: 'base_opened', headcount: 'base_headcount' };

/** From the newest week of the whole organisation (rules 3.5). */
export function baseOf(invited: Interval | null, opened: Interval | null): Base {
  if (invited && invited.high > 0) return 'invited';
  return opened && opened.high > 0 ? 'opened' : 'headcount';
}

/** Share of the base that did it during the window. */
export function shareOfBase(reading: Reading, measure: WindowMeasure): Outcome {
  const note = baseNotes[reading.base];
  if (reading.base === 'headcount') return share(reading.during(measure), reading.state('people'), reading.k, note);
  const among = reading.among(reading.base);
  const [done, people] = [among.during(measure), among.state('people')];
  if (done && people) return share(done, people, reading.k, note);
  // Someone active before the invitation or the opening is counted but not in the base: where those of the base are not
  // published apart (fewer than k are outside it, or it is a population), what other counts leave possible.
  const within = reading.duringWithin(reading.base, measure);
  const isBound = reading.base === 'invited' && within !== null && within.low < within.high;
  return share(within, reading.state(reading.base), reading.k, isBound ? 'base_invited_bounds' : note);
}
