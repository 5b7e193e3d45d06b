import { atMost, type Interval } from '../statistics/interval.js';
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
  if (reading.base === 'invited' && reading.population === 'everyone') {
    const invited = reading.of('invited');
    const [done, people] = [invited.during(measure), invited.state('people')];
    // A place where fewer than k are still to be invited shows everyone only (rules 3.4): read as below.
    if (done && people) return share(done, people, reading.k, note);
  }
  // Someone active before the invitation or the opening is in the count but not in the base: never above 100 %.
  const people = reading.state(reading.base);
  return share(atMost(reading.during(measure), people), people, reading.k, note);
}
