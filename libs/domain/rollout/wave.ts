import { type Ends, reaches } from '../indicators/told.js';
import { type Day } from '../calendar/day.js';
import { type Plan } from './plan.js';

export const waveKinds = ['choice', 'forerunners', 'pilot', 'rollout'] as const;
export type WaveKind = (typeof waveKinds)[number];

/** Declared: entities or people that open together. */
export interface Wave extends Plan {
  key: string;
  name: string;
  kind: WaveKind;
  actualStart: Day | null;
  actualEnd: Day | null;
  /** Keys listed, descendants included unless listed elsewhere; empty = the wave is a list of people. */
  entities: readonly string[];
}

export const isOfPeople = (wave: Pick<Wave, 'entities'>): boolean => wave.entities.length === 0;

/** The order in which waves are listed and coloured: as they were planned. */
export function inOrder<W extends Pick<Wave, 'key' | 'kind' | 'plannedStart'>>(waves: readonly W[]): W[] {
  const rank = (wave: W) => waveKinds.indexOf(wave.kind);
  return [...waves].sort(
    (a, b) => rank(a) - rank(b) || a.plannedStart.localeCompare(b.plannedStart) || a.key.localeCompare(b.key),
  );
}

/**
 * `reached`: its target, whether it is still open or not; `unsure`: what is published leaves open whether it has;
 * `missed`: still open, past the date of its target and below it; `closed`: it ended below its target.
 */
export type RolloutState = 'waiting' | 'late' | 'open' | 'missed' | 'unsure' | 'reached' | 'closed';

/** `activated`: share of its people on the day `toldOn`, both ends of what is published; null when unknown. */
export function stateOf(
  wave: Omit<Wave, 'key' | 'name' | 'kind' | 'entities'>,
  day: Day,
  activated: Ends | null,
  toldOn: Day = day,
): RolloutState {
  if (wave.actualStart === null || wave.actualStart > day) return wave.plannedStart <= day ? 'late' : 'waiting';
  const target = reaches(activated, wave.target);
  if (target === 'yes') return 'reached';
  if (target === 'unsure') return 'unsure';
  if (!isClosed(wave, day)) return target === 'no' && isPast(wave, toldOn) ? 'missed' : 'open';
  return target === 'unknown' ? 'unsure' : 'closed';
}

/** Its plan is over: from then on nothing short of the target is near enough. */
export const isPast = ({ plannedEnd }: Pick<Wave, 'plannedEnd'>, day: Day): boolean => plannedEnd < day;

/** It has begun by that day, ended since or not. */
export const isOpen = ({ actualStart }: Pick<Wave, 'actualStart'>, day: Day): boolean =>
  actualStart !== null && actualStart <= day;

export const isClosed = ({ actualEnd }: Pick<Wave, 'actualEnd'>, day: Day): boolean =>
  actualEnd !== null && actualEnd <= day;

/** Entities of each wave that day: the nearest one above that is listed decides. `parents`: of every entity, null = none. */
export function entitiesByWave(
  waves: readonly Wave[],
  parents: ReadonlyMap<string, string | null>,
): Map<string, Set<string>> {
  const listed = new Map(waves.flatMap((wave) => wave.entities.map((entity) => [entity, wave.key] as const)));
  const found = new Map(waves.map((wave) => [wave.key, new Set<string>()]));
  for (const entity of parents.keys()) {
    const seen = new Set<string>();
    let at: string | null = entity;
    while (at !== null && !listed.has(at) && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at) ?? null;
    }
    const wave = at === null ? undefined : listed.get(at);
    if (wave !== undefined) found.get(wave)?.add(entity);
  }
  return found;
}
