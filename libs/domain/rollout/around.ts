import { type Board } from './board.js';
import { type Wave } from './wave.js';

/** Entities of a wave, and those above and below them: whoever sponsors one of these sponsors the wave or a part of it. */
export function entitiesAround(board: Board, wave: Wave): ReadonlySet<string> {
  const nodes = board.week === null ? [] : board.cover(wave.key, board.week).nodes;
  return around(board, nodes, wave.entities);
}

/** Entities of some published places, and those above and below them. */
export function around(board: Board, nodes: readonly string[], listed: readonly string[] = []): ReadonlySet<string> {
  const found = new Set(listed);
  if (board.week === null) return found;
  const tree = board.publication.tree(board.week);
  for (const node of nodes) {
    for (let at = tree.place(node); at; at = at.parent === null ? undefined : tree.place(at.parent)) found.add(at.key);
  }
  const inside = new Set(nodes);
  for (const node of nodes) for (const entity of tree.place(node)?.entities ?? []) found.add(entity);
  // Parents come before their children, so one walk carries the place down.
  for (const place of tree.places) {
    if (place.parent === null || !inside.has(place.parent)) continue;
    inside.add(place.key);
    for (const entity of [place.key, ...place.entities]) found.add(entity);
  }
  return found;
}
