interface Placed {
  key: string;
  parent: string | null;
}

/** A place and everything below it; parents come before their children. */
export function placesInside(places: readonly Placed[], root: string): Set<string> {
  const inside = new Set([root]);
  for (const { key, parent } of places) if (parent !== null && inside.has(parent)) inside.add(key);
  return inside;
}
