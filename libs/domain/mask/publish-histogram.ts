import { EXACT_FROM, type Interval } from './bands.js';
import { cellsOf } from './cells.js';
import { isCell, layerOf, type Mask, MaskError } from './mask.js';
import { publishVolume } from './volumes.js';

/** People of a set by bin, over cells that hold enough of that set. */
export interface Histogram {
  /** Where it is published: unions of the cells of the mask. Their `entities` and `vacant` name the cells they join. */
  cells: Mask;
  /** Bins that are read together, in their order: positions in the bins that were counted. */
  bins: number[][];
  /** For each of `bins`, its people by node of `cells`. */
  counts: Map<string, Interval>[];
}

export interface HistogramRules {
  k: number;
  bands: boolean;
  /** Smallest number of people of the set in a cell; 200 with bands, k without. */
  size?: number;
}

/**
 * Publishes how a set of people (those activated, engaged, active…) divides over `bins` consecutive bins, of which each
 * person is in exactly one. `totals` is what is published of the set at every node of `mask`; `value` is the exact
 * count of a bin in a cell of the mask. The last bins are what the others leave of the total (docs/decisions/013), so
 * neither the total nor any bin is narrowed. No bin, and no run of neighbouring bins, may be published elsewhere.
 *
 * @throws MaskError `unpublished_total` when `totals` lacks a node of the mask.
 */
export function publishHistogram(
  mask: Mask,
  totals: ReadonlyMap<string, Interval>,
  bins: number,
  value: (bin: number, cell: string) => number,
  rules: HistogramRules,
): Histogram {
  const cells = histogramCells(mask, totals, rules);
  const members = new Map(cells.nodes.map((node) => [node.key, [...node.entities, ...node.vacant]]));
  const own = new Set(mask.nodes.filter(isCell).map((cell) => cell.key));
  const count = (run: readonly number[], key: string): number =>
    run.reduce((all, bin) => all + sum(members.get(key)!, (cell) => (own.has(cell) ? value(bin, cell) : 0)), 0);
  const tableOf = (run: readonly number[]): Map<string, Interval> =>
    publishVolume(cells, (cell) => count(run, cell.key), rules);
  const all = Array.from({ length: bins }, (_, bin) => bin);
  if (!rules.bands) return { cells, bins: all.map((bin) => [bin]), counts: all.map((bin) => tableOf([bin])) };
  const { runs, tables, left } = joinBins(all, tableOf, cells, rules.k);
  const size = sizesOf(mask, cells, totals);
  const leaves = cells.nodes.filter(isCell).map((node) => node.key);
  const room = (key: string): number => size.get(key)![0] - sum(tables, (table) => table.get(key)![1]);
  while (runs.length > 0 && (left.length === 0 || leaves.some((key) => room(key) < rules.k))) {
    left.unshift(...runs.pop()!);
    tables.pop();
  }
  if (cells.nodes.length === 0 || bins === 0) return { cells, bins: [], counts: [] };
  return { cells, bins: [...runs, left], counts: [...tables, remainder(size, tables)] };
}

/** Unions of cells that surely hold `size` people of the set: formed on published numbers, so they tell nothing more. */
function histogramCells(mask: Mask, totals: ReadonlyMap<string, Interval>, rules: HistogramRules): Mask {
  const tree = mask.nodes.map((node) => {
    const total = totals.get(node.key);
    if (!total) throw new MaskError('unpublished_total', node.key);
    return { key: node.key, parent: node.parent, headcount: isCell(node) ? total[0] : 0 };
  });
  return cellsOf(tree, { k: rules.size ?? (rules.bands ? EXACT_FROM : rules.k), restName: 'bins' });
}

/** Neighbouring bins are joined until what is published of them in the whole organisation is at least k. */
function joinBins(
  bins: readonly number[],
  tableOf: (run: readonly number[]) => Map<string, Interval>,
  cells: Mask,
  k: number,
): { runs: number[][]; tables: Map<string, Interval>[]; left: number[] } {
  const runs: number[][] = [];
  const tables: Map<string, Interval>[] = [];
  let left: number[] = [];
  const root = cells.nodes[0]?.key;
  for (const bin of bins) {
    left.push(bin);
    const table = tableOf(left);
    if (root === undefined || table.get(root)![0] < k) continue;
    runs.push(left);
    tables.push(table);
    left = [];
  }
  return { runs, tables, left };
}

/** Published size of the set at each node of the histogram: the largest nodes of the mask wholly inside, added up. */
function sizesOf(mask: Mask, cells: Mask, totals: ReadonlyMap<string, Interval>): Map<string, Interval> {
  const { parents, leaves, positions } = layerOf(mask);
  const tree = layerOf(cells);
  const inside = cells.nodes.map(() => new Set<number>());
  for (let node = cells.nodes.length - 1; node >= 0; node--) {
    const { entities, vacant } = cells.nodes[node]!;
    for (const key of [...entities, ...vacant]) inside[node]!.add(positions.get(key)!);
    const parent = tree.parents[node]!;
    if (parent >= 0) for (const position of inside[node]!) inside[parent]!.add(position);
  }
  const sizes = new Map<string, Interval>();
  cells.nodes.forEach((node, place) => {
    const outside = new Uint8Array(mask.nodes.length);
    for (let position = mask.nodes.length - 1; position >= 0; position--) {
      if (leaves[position] === 1 && !inside[place]!.has(position)) outside[position] = 1;
      if (outside[position] === 1 && parents[position]! >= 0) outside[parents[position]!] = 1;
    }
    let [low, high] = [0, 0];
    mask.nodes.forEach(({ key }, position) => {
      const parent = parents[position]!;
      if (outside[position] === 1 || (parent >= 0 && outside[parent] === 0)) return;
      low += totals.get(key)![0];
      high += totals.get(key)![1];
    });
    sizes.set(node.key, [low, high]);
  });
  return sizes;
}

function remainder(
  sizes: ReadonlyMap<string, Interval>,
  tables: readonly ReadonlyMap<string, Interval>[],
): Map<string, Interval> {
  const left = new Map<string, Interval>();
  for (const [key, [low, high]] of sizes) {
    const least = low - sum(tables, (table) => table.get(key)![1]);
    left.set(key, [Math.max(0, least), high - sum(tables, (table) => table.get(key)![0])]);
  }
  return left;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
