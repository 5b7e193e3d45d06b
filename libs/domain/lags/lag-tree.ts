import { addedBins } from './curve.js';
import { type PublishedLag } from './lag-histogram.js';

/** Published lags of one kind in one place; it joins `cells`. */
export interface LagPlace {
  node: string;
  parent: string | null;
  cells: readonly string[];
  bins: readonly PublishedLag[];
}

/** What may be said of a set of cells that is not a place: the largest places wholly inside it, nothing more (rules 4.3). */
export class LagTree {
  private readonly places: ReadonlyMap<string, LagPlace>;
  private readonly divided: ReadonlySet<string>;

  /** Parents before children. */
  constructor(places: readonly LagPlace[]) {
    this.places = new Map(places.map((place) => [place.node, place]));
    this.divided = new Set(places.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  }

  get root(): LagPlace | null {
    return [...this.places.values()].find(({ parent }) => parent === null) ?? null;
  }

  /** Nothing is told of any part of the organisation. */
  get isWhole(): boolean {
    return this.divided.size === 0;
  }

  /** Sum over the largest places inside; empty where there is none. */
  within(cells: ReadonlySet<string>): PublishedLag[] {
    const inside = [...this.places.values()].filter((place) => isInside(place, cells));
    const known = new Set(inside.map(({ node }) => node));
    return addedBins(inside.filter(({ parent }) => parent === null || !known.has(parent)).map(({ bins }) => bins));
  }

  /** Places inside that are not divided further: entities as far as they are told apart. */
  unitsWithin(cells: ReadonlySet<string>): LagPlace[] {
    return [...this.places.values()].filter((place) => !this.divided.has(place.node) && isInside(place, cells));
  }
}

/** Cells at or below some places of a tree, parents before children. */
export function cellsUnder(
  places: readonly { key: string; parent: string | null; kind: string }[],
  nodes: readonly string[],
): Set<string> {
  const inside = new Set(nodes);
  for (const { key, parent } of places) if (parent !== null && inside.has(parent)) inside.add(key);
  return new Set(places.filter(({ key, kind }) => kind !== 'node' && inside.has(key)).map(({ key }) => key));
}

const isInside = (place: LagPlace, cells: ReadonlySet<string>) =>
  place.cells.length > 0 && place.cells.every((cell) => cells.has(cell));
