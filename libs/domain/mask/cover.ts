import { type Interval } from './bands.js';
import { isCell, layerOf, type Mask } from './mask.js';

export interface Cover {
  /** Largest nodes and cells wholly inside the set. */
  nodes: string[];
  /** Cells that the set shares with entities outside it: their people are in no total of the set. */
  mixed: string[];
}

/**
 * What may be said of a set of entities that is not a node (a wave, a filter, a comparison group): the sum of the
 * published intervals of `nodes`, and that `mixed` are left out. A total of its own would pin cells of other sets.
 */
export function coverOf(mask: Mask, entities: ReadonlySet<string>): Cover {
  const { parents, leaves } = layerOf(mask);
  const size = mask.nodes.length;
  const outside = new Uint8Array(size);
  const staffed = new Uint8Array(size);
  const mixed: string[] = [];
  for (let position = size - 1; position >= 0; position--) {
    const node = mask.nodes[position]!;
    if (leaves[position] === 1) {
      const inside = node.entities.filter((entity) => entities.has(entity)).length;
      if (inside < node.entities.length) outside[position] = 1;
      if (inside > 0) staffed[position] = 1;
      if (inside > 0 && inside < node.entities.length) mixed.push(node.key);
    }
    const parent = parents[position]!;
    if (parent < 0) continue;
    if (outside[position] === 1) outside[parent] = 1;
    if (staffed[position] === 1) staffed[parent] = 1;
  }
  const covers = (position: number): boolean => position >= 0 && outside[position] === 0 && staffed[position] === 1;
  const nodes = mask.nodes.filter((_, position) => covers(position) && !covers(parents[position]!));
  return { nodes: nodes.map((node) => node.key), mixed: mixed.reverse() };
}

/** Cells that hold people of the set, wholly or in part. */
export function cellsTouching(mask: Mask, entities: ReadonlySet<string>): string[] {
  return mask.nodes
    .filter((node) => isCell(node) && node.entities.some((entity) => entities.has(entity)))
    .map((node) => node.key);
}

/** The sum of published intervals; null when there is nothing to add or one of them is not published. */
export function sumOf(published: ReadonlyMap<string, Interval>, nodes: readonly string[]): Interval | null {
  if (nodes.length === 0) return null;
  let low = 0;
  let high = 0;
  for (const key of nodes) {
    const interval = published.get(key);
    if (!interval) return null;
    low += interval[0];
    high += interval[1];
  }
  return [low, high];
}
