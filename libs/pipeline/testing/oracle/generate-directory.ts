import { type Draw } from '#domain/statistics/random.js';
import { type Person } from './world.js';

/**
 * Half of the directories tell who manages whom and nothing else. Of the others, some say it of half of the people, and of
 * some whether they manage, be it true or not; the rest have three columns: a key, a path and whether somebody manages.
 * Changes the people; returns what separates the names of paths.
 */
export function toldOtherwise(people: readonly Person[], draw: Draw): string | null {
  const way = draw(6);
  if (way < 3) return null;
  for (const stay of people.flatMap(({ stays }) => stays)) {
    const said = draw(3);
    stay.manages = said === 0 ? true : said === 1 ? false : null;
    if (way === 3 && draw(2) === 0) continue;
    stay.boss = null;
    stay.level = null;
  }
  return [' > ', '/', '\\'][draw(3)]!;
}
