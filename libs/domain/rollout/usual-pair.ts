import { addDays, type Day } from '../calendar/day.js';
import { isOfPeople, type Wave } from './wave.js';

export type WavePair = readonly [Wave, Wave];

/**
 * Pairs of opened waves, the most telling first: the pilot beside each wave of the rollout, then any two. Waves of
 * entities come before lists of people, who are also counted elsewhere.
 */
export function usualPairs(waves: readonly Wave[], week: Day): WavePair[] {
  const opened = waves.filter((wave) => wave.actualStart !== null && wave.actualStart <= addDays(week, -6));
  const ordered = [...opened.filter((wave) => !isOfPeople(wave)), ...opened.filter(isOfPeople)];
  const of = (kind: Wave['kind']) => ordered.filter((wave) => wave.kind === kind);
  const telling = of('pilot').flatMap((pilot) => of('rollout').map((wave): WavePair => [pilot, wave]));
  const any = ordered.flatMap((one, place) => ordered.slice(place + 1).map((other): WavePair => [one, other]));
  const known = new Set<string>();
  return [...telling, ...any].filter(([one, other]) => {
    const name = [one.key, other.key].sort().join(' ');
    return !known.has(name) && known.add(name);
  });
}

/** The pilot and the first wave of the rollout that has opened; else the first two. Empty with fewer than two. */
export const usualPair = (waves: readonly Wave[], week: Day): readonly Wave[] => usualPairs(waves, week)[0] ?? [];
