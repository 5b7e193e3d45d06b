import { type Interval } from '#domain/mask/bands.js';
import { layerOf, type Mask, type MaskNode } from '#domain/mask/mask.js';
import { joinedIn } from '#domain/mask/volumes.js';
import { type CellValues, type Shelf } from './shelf.js';

/** What each place of `volumeCells` tells of everyone, or its cells together; null where that is not told of all. */
export function toldOf(cells: Mask, published: Shelf, days: number, measure: string): Interval[] | null {
  const told = (key: string) => published.get('everyone', days, measure, [key]).get(key);
  const found = cells.nodes.map(({ key, entities }): Interval | undefined => {
    const own = told(key);
    if (own) return own;
    const parts = entities.map(told);
    if (parts.some((part) => part === undefined)) return undefined;
    return parts.reduce<Interval>(([low, high], part) => [low + part![0], high + part![1]], [0, 0]);
  });
  return found.every((one) => one !== undefined) ? found : null;
}

export const sumOf = (cell: MaskNode, values: CellValues): number =>
  joinedIn(cell).reduce((all, key) => all + (values.get(key) ?? 0), 0);

/** A number of each leaf, added up. */
export function sumsOf(cells: Mask, ofLeaf: (cell: MaskNode, at: number) => number): number[] {
  return upwards(cells, ofLeaf, (parts) => parts.reduce((all, part) => all + part, 0));
}

/** Something of each leaf, put together from the leaves to the root. */
export function upwards<T>(cells: Mask, ofLeaf: (cell: MaskNode, at: number) => T, ofParts: (parts: T[]) => T): T[] {
  const { parents } = layerOf(cells);
  const below = cells.nodes.map((): T[] => []);
  const found = new Array<T>(cells.nodes.length);
  for (let at = cells.nodes.length - 1; at >= 0; at--) {
    const parts = below[at]!;
    const own = parts.length === 0 ? ofLeaf(cells.nodes[at]!, at) : ofParts(parts);
    found[at] = own;
    const parent = parents[at]!;
    if (parent >= 0) below[parent]!.push(own);
  }
  return found;
}
