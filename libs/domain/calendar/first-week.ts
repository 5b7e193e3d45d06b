import { addDays, type Day, weekEndOf } from './day.js';

/** What is waited for before anything is published. */
export interface FirstWeek {
  /**
   * held = nothing is told before somebody says that everything is in; counting = the figures follow by themselves;
   * closing = the week has to lie behind; partial = the data end within it.
   */
  state: 'held' | 'counting' | 'closing' | 'partial';
  /** The Sunday of the week that comes first. */
  sunday: Day;
  /** First day on which it may be published; where it is held, also without a word. */
  from: Day;
}

const open = (sunday: Day): Day => addDays(sunday, 2);

/** What an organisation founded on a day waits for: a word, or the end of the first week that is lived there. */
export function heldWeek(founded: Day): FirstWeek {
  const sunday = weekEndOf(founded);
  return { state: 'held', sunday, from: open(sunday) };
}

/**
 * The week that will be published first, of data from `first` to `through`. A week of real people is told a day after it
 * ended everywhere; of anybody else also while it runs.
 */
export function firstWeek(first: Day, through: Day, today: Day, isPersonal: boolean): FirstWeek {
  const end = weekEndOf(through);
  if (!isPersonal) return { state: 'counting', sunday: end, from: today };
  const complete = end === through ? end : addDays(end, -7);
  let sunday = complete;
  while (open(sunday) > today) sunday = addDays(sunday, -7);
  if (sunday >= first) return { state: 'counting', sunday, from: today };
  const next = addDays(sunday, 7);
  return { state: next <= complete ? 'closing' : 'partial', sunday: next, from: open(next) };
}
