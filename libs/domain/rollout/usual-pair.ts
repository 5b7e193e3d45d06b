import { addDays, type Day } from '../calendar/day.js';
import { isOfPeople, type Wave } from './wave.js';

/** The pilot and the first wave of the rollout that has opened; else the first two. */
export function usualPair(waves: readonly Wave[], week: Day): Wave[] {
  const opened = waves.filter((wave) => wave.actualStart !== null && wave.actualStart <= addDays(week, -6));
  const pilot =
    opened.find((wave) => wave.kind === 'pilot' && !isOfPeople(wave)) ?? opened.find((wave) => wave.kind === 'pilot');
  const next = opened.find((wave) => wave.kind === 'rollout');
  return pilot && next ? [pilot, next] : opened.slice(0, 2);
}
