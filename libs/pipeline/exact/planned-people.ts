import { type Day } from '#domain/calendar/day.js';
import { plannedShare } from '#domain/rollout/plan.js';
import { isOfPeople, type Wave } from '#domain/rollout/wave.js';
import { type ExactSlice } from '#storage/exact/exact.repository.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';

/**
 * People whom the plan had activated by that day: of a wave its own, of the organisation those of all waves of
 * entities together. An entity follows the wave that holds it whole; elsewhere, and by level, there is no plan: null.
 */
export function plannedPeople(
  slice: ExactSlice,
  by: ExactSlicing,
  waves: ReadonlyMap<string, Wave>,
  day: Day,
): number | null {
  if (by === 'level') return null;
  const parts = Object.entries(slice.waves ?? {}).flatMap(([key, people]) => {
    const wave = waves.get(key);
    return wave && (by === 'wave' ? key === slice.slice : !isOfPeople(wave)) ? [{ wave, people }] : [];
  });
  if (parts.length === 0) return null;
  const planned = parts.reduce((sum, { wave, people }) => sum + people * plannedShare(wave, day), 0);
  if (by !== 'entity') return planned;
  return parts.length === 1 && parts[0]?.people === slice['everyone.state.people'] ? planned : null;
}
