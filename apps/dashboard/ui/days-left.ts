import { type Day } from '#domain/calendar/day.js';

/** From so many days on it is time to make another. */
export const soonDays = 14;

const dayLength = 86_400_000;

/** Whole days from one day to the last of a key: 0 = today, negative = over. */
export const daysLeft = (lastDay: Day, today: Day): number =>
  Math.round((Date.parse(lastDay) - Date.parse(today)) / dayLength);
