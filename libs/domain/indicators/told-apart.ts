import { type Place } from './publication.js';

/** Between the names of a path, as files of people write it. */
const step = ' > ';

interface Named {
  /** Names from the top down to its own. */
  path: readonly string[];
  rename: (name: string) => void;
}

/**
 * The places of a tree under names that tell them apart: where several bear the same, each is called by the shortest end
 * of its path that no other has (`Lyon > DSI`). Entities that are read together count as places; nothing tells siblings of
 * one name apart. Parents come before children.
 */
export function toldApart(places: readonly Place[]): Place[] {
  const renamed = places.map((place) => ({ ...place, members: [...place.members] }));
  const byKey = new Map(renamed.map((place) => [place.key, place]));
  const paths = new Map<string, readonly string[]>();
  const named: Named[] = [];
  for (const place of renamed) {
    const above = paths.get(place.parent ?? '') ?? [];
    // Direct staff and joined places bear the name of their parent.
    const isItself = place.kind === 'node' || place.kind === 'cell';
    paths.set(place.key, isItself ? [...above, place.name] : above);
    if (isItself) named.push({ path: [...above, place.name], rename: (name) => (place.name = name) });
    place.members.forEach((member, at) =>
      named.push({ path: [...above, member], rename: (name) => (place.members[at] = name) }),
    );
  }
  for (const alike of groupedBy(named, ({ path }) => path.at(-1) ?? '')) rename(alike);
  for (const place of renamed) {
    const parent = byKey.get(place.parent ?? '');
    if (parent && place.kind !== 'node' && place.kind !== 'cell') place.name = parent.name;
  }
  return renamed;
}

function rename(alike: readonly Named[]): void {
  const end = ({ path }: Named, length: number) => path.slice(-length).join(step);
  for (const one of alike) {
    const others = alike.filter((other) => end(other, other.path.length) !== end(one, one.path.length));
    const lengths = one.path.map((_, index) => index + 1);
    const isOwn = (length: number) => others.every((other) => end(other, length) !== end(one, length));
    one.rename(end(one, lengths.find(isOwn) ?? one.path.length));
  }
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()].filter(({ length }) => length > 1);
}
