import { type Place } from '../indicators/publication.js';
import { entitiesByWave, isOfPeople, type Wave } from './wave.js';

/**
 * The published tree of a reader who may see one entity: its place and all below it, without the parent that others
 * share. Empty where the entity has no place of its own that week, because it is gone or read together with others:
 * what is joined also tells of its neighbours. `places`: parents before children.
 */
export function placesOfScope(places: readonly Place[], entity: string): Place[] {
  const top = places.find((place) => place.entity === entity && (place.kind === 'node' || place.kind === 'cell'));
  if (!top) return [];
  const inside = new Set([top.key]);
  const below = places.filter(({ key, parent }) => {
    if (parent === null || key === top.key || !inside.has(parent)) return false;
    inside.add(key);
    return true;
  });
  return [{ ...top, parent: null }, ...below];
}

/** An entity and everything below it. `parents`: of every entity of that day, null = none. */
export function entitiesOfScope(parents: ReadonlyMap<string, string | null>, entity: string): Set<string> {
  const inside = new Set(parents.has(entity) ? [entity] : []);
  for (const one of parents.keys()) {
    const path: string[] = [];
    let at: string | null = one;
    while (at !== null && !inside.has(at) && !path.includes(at)) {
      path.push(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && inside.has(at)) for (const found of path) inside.add(found);
  }
  return inside;
}

/**
 * The waves that open inside a scope, listing nothing outside it; lists of people belong to the whole organisation and
 * are left out. Inside the scope each wave holds exactly the entities that it held before.
 */
export function wavesOfScope<W extends Wave>(
  waves: readonly W[],
  parents: ReadonlyMap<string, string | null>,
  entity: string,
): W[] {
  const inside = entitiesOfScope(parents, entity);
  const held = entitiesByWave(waves, parents);
  return waves.flatMap((wave) => {
    if (isOfPeople(wave)) return [];
    const listed = wave.entities.filter((key) => inside.has(key));
    // The scope itself may lie below what the wave lists.
    const own = held.get(wave.key)?.has(entity) && !listed.includes(entity) ? [entity] : [];
    return listed.length + own.length > 0 ? [{ ...wave, entities: [...own, ...listed] }] : [];
  });
}
