import { BAND, type Interval } from './bands.js';
import { type Block } from './other-sundays.js';

/** Fewest and most working days that anybody of a set has: those of the calendars of its people, which are declared. */
export interface Calendar {
  fewest: number;
  most: number;
}

/** The working days of as many people, as far as what is told of them says: no person-day is counted for it. */
export const daysOf = ([low, high]: Interval, { fewest, most }: Calendar): Interval => [low * fewest, high * most];

/**
 * Person-days that are told as one beside the people who made them: those that only every one of these makes on about
 * every day, and those that are about a day for each. Elsewhere an exact number leaves each number of people possible
 * that is told. `top`: the most there can be.
 */
export function presenceBlocks(people: Interval, calendar: Calendar, top: number): Block[] {
  return [[0, people[1] + BAND - 1, 'least'], ...fullBlocks(people, calendar, top)];
}

/** The upper one alone, of what nobody needs to have made even once: an hour of the week. */
export function fullBlocks([low]: Interval, calendar: Calendar, top: number): Block[] {
  const below = Math.max(0, Math.min((low - BAND) * calendar.fewest, top - BAND * calendar.most));
  return [[below === 0 ? 0 : below + 1, top, 'most']];
}
