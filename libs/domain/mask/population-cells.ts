import { joinSmall, type Part } from './join-small.js';
import { buildLayer, type Layer, layerOf, type Mask } from './mask.js';

/**
 * - `node`: divided further;
 * - `union`: the cells in which population and rest both count people, joined until both hold k;
 * - `full`: everyone belongs to the population, so its count is the total's;
 * - `none`: nobody does; publishes nothing.
 */
export type PopulationKind = 'node' | 'union' | 'full' | 'none';

export interface PopulationNode {
  key: string;
  parent: string | null;
  kind: PopulationKind;
  /** For a union of several children: the nodes that it joins. */
  members: string[];
  /** Leaves of the layer below: the cells whose people it counts; empty for nodes. */
  cells: string[];
  population: number;
  rest: number;
}

/** A population's own tree, parents before children; several roots, or none, where the whole is too small. */
export interface PopulationMask {
  nodes: PopulationNode[];
  /** The sets whose totals are already published and which this one refines. */
  below: Layer;
  layer: Layer;
  /** People of the population and of the rest, by position in `below`; zero where a set is divided. */
  population: Float64Array;
  rest: Float64Array;
  places: Place[];
}

/** Positions of a node in the layer below. */
export interface Place {
  /** −1 for a union of several. */
  self: number;
  leaves: number[];
  /** The sets that a union joins. */
  joined: number[];
  /** Whether the ranges of its totals may not all be reached together: several cells, in a later split of a chain. */
  loose: boolean;
}

/** Cells of a population inside a mask: `headcounts` gives its people in each cell (absent = 0). */
export function populationCells(mask: Mask, headcounts: ReadonlyMap<string, number>, k: number): PopulationMask {
  const below = layerOf(mask);
  const people = (position: number): number => mask.nodes[position]!.headcount;
  const inside = (position: number): number => headcounts.get(mask.nodes[position]!.key) ?? 0;
  return divide(below, inside, (position) => people(position) - inside(position), k);
}

/**
 * Divides any layer of published totals in two; `inside` and `outside` give the people of its leaves. In a later split
 * of a chain `cells` gives the number of cells behind a leaf.
 */
export function divide(
  below: Layer,
  inside: (leaf: number) => number,
  outside: (leaf: number) => number,
  k: number,
  cells?: (leaf: number) => number,
): PopulationMask {
  const divider = new Divider(below, k);
  for (let position = below.keys.length - 1; position >= 0; position--) {
    if (below.leaves[position] === 1) divider.fill(position, inside(position), outside(position));
    divider.lift(position);
  }
  for (const root of divider.roots) {
    if (divider.isSettled(root)) divider.settle(root, null);
    else if (divider.shared(root) >= k) divider.lay(root, null);
    else for (const settled of divider.settledUnder(root)) divider.settle(settled, null);
  }
  const layer = buildLayer(divider.nodes, (node) => node.cells.length > 0);
  const places = divider.nodes.map((node) => {
    const self = node.members.length > 0 ? -1 : below.positions.get(node.key)!;
    const joined = self < 0 ? node.members.map((key) => below.positions.get(key)!) : [self];
    const leaves = node.cells.map((key) => below.positions.get(key)!);
    const loose = cells !== undefined && leaves.reduce((sum, leaf) => sum + cells(leaf), 0) > 1;
    return { self, joined, leaves, loose };
  });
  return { nodes: divider.nodes, below, layer, population: divider.population, rest: divider.rest, places };
}

interface Piece extends Part {
  position: number;
}

class Divider {
  readonly nodes: PopulationNode[] = [];
  readonly roots: number[] = [];
  readonly population: Float64Array;
  readonly rest: Float64Array;
  private readonly children: number[][];
  /** People of all leaves under a position, then of those leaves alone that hold both groups. */
  private readonly sums: { population: number; rest: number; inside: number; outside: number }[];

  constructor(
    private readonly below: Layer,
    private readonly k: number,
  ) {
    this.population = new Float64Array(below.keys.length);
    this.rest = new Float64Array(below.keys.length);
    this.children = below.keys.map(() => []);
    this.sums = below.keys.map(() => ({ population: 0, rest: 0, inside: 0, outside: 0 }));
  }

  fill(position: number, population: number, rest: number): void {
    this.population[position] = population;
    this.rest[position] = rest;
    const both = population > 0 && rest > 0;
    this.sums[position] = { population, rest, inside: both ? population : 0, outside: both ? rest : 0 };
  }

  lift(position: number): void {
    const parent = this.below.parents[position]!;
    if (parent < 0) {
      this.roots.unshift(position);
      return;
    }
    this.children[parent]!.unshift(position);
    const sum = this.sums[position]!;
    const above = this.sums[parent]!;
    for (const part of ['population', 'rest', 'inside', 'outside'] as const) above[part] += sum[part];
  }

  shared(position: number): number {
    const { inside, outside } = this.sums[position]!;
    return Math.min(inside, outside);
  }

  /** No leaf below holds both groups: every count is already known. */
  isSettled(position: number): boolean {
    return this.sums[position]!.inside === 0;
  }

  /** Largest settled sets below a position. */
  settledUnder(position: number): number[] {
    if (this.isSettled(position)) return [position];
    return this.children[position]!.flatMap((child) => this.settledUnder(child));
  }

  settle(position: number, parent: string | null): void {
    const { population, rest } = this.sums[position]!;
    const key = this.below.keys[position]!;
    const kind = population === 0 ? 'none' : rest === 0 ? 'full' : 'node';
    const cells = this.below.leaves[position] === 1 ? [key] : [];
    this.nodes.push({ key, parent, kind, members: [], cells, population, rest });
    for (const child of this.children[position]!) this.settle(child, key);
  }

  lay(position: number, parent: string | null): void {
    const key = this.below.keys[position]!;
    const settled = this.settledUnder(position);
    const pieces: Piece[] = [];
    for (const child of this.children[position]!) {
      const { inside, outside } = this.sums[child]!;
      const name = this.below.keys[child]!;
      if (inside > 0) pieces.push({ key: name, inside, outside, affinity: null, bond: null, position: child });
    }
    const { joined, kept } = joinSmall(pieces, this.k);
    if (kept.length === 0 && settled.length === 0 && joined.length <= 1) {
      this.unite(key, parent, [], [position]);
      return;
    }
    const { population, rest } = this.sums[position]!;
    this.nodes.push({ key, parent, kind: 'node', members: [], cells: [], population, rest });
    for (const group of joined) {
      const members = group.parts.map((piece) => piece.key).sort();
      const positions = group.parts.map((piece) => piece.position);
      this.unite(`${key}~joined`, key, members, positions);
      for (const member of positions) for (const found of this.settledUnder(member)) this.settle(found, key);
    }
    for (const child of this.children[position]!) if (this.isSettled(child)) this.settle(child, key);
    for (const piece of kept) this.lay(piece.position, key);
  }

  private unite(key: string, parent: string | null, members: string[], positions: readonly number[]): void {
    const leaves = positions.flatMap((position) => this.sharedLeaves(position));
    const people = (of: Float64Array): number => leaves.reduce((sum, leaf) => sum + of[leaf]!, 0);
    const [population, rest] = [people(this.population), people(this.rest)];
    this.nodes.push({
      key,
      parent,
      kind: 'union',
      members,
      cells: leaves.map((leaf) => this.below.keys[leaf]!),
      population,
      rest,
    });
  }

  private sharedLeaves(position: number): number[] {
    if (this.below.leaves[position] === 1) return this.isSettled(position) ? [] : [position];
    return this.children[position]!.flatMap((child) => this.sharedLeaves(child));
  }
}
