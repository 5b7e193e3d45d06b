import { bandOf, type Interval } from './bands.js';
import { type Layer, layerOf, type Mask, type MaskNode } from './mask.js';
import { emptySpan, intervalOf, leftOf, movedBy, type Outer, widen } from './unit-rule.js';

export interface CountRules {
  bands: boolean;
  /** People from which a set is told of; only asked for beside larger counts. */
  k?: number;
  /**
   * What larger counts have already published: everyone counted here is counted in each of them too, whatever the week
   * (docs/decisions/026).
   */
  outers?: readonly ReadonlyMap<string, Interval>[];
}

/**
 * Publishes one count of distinct people over every node of a mask. `cellValue` gives the exact count of a cell.
 *
 * Cells publish bands. A node publishes its exact total only where no cell below loses a value of its band by it,
 * nor of what it leaves of a larger count, whatever an attacker adds and subtracts and even if he knows this rule.
 */
export function publishCount(
  mask: Mask,
  cellValue: (cell: MaskNode) => number,
  { bands, k = 0, outers = [] }: CountRules,
): Map<string, Interval> {
  const { nodes } = mask;
  const layer = layerOf(mask);
  const told = outers.map((outer) => layer.keys.map((key) => outer.get(key)!));
  const most = (position: number): number => Math.min(...told.map((outer) => exactEnd(outer[position]!)));
  return publishUp(
    layer,
    (position) => cellValue(nodes[position]!),
    (value, position) => {
      // Those of a larger count that is told exactly are a set of their own, and nothing is told of a set below k.
      const size = Math.min(nodes[position]!.headcount, most(position));
      return bands && size < k ? [0, size] : bandOf(value, size, { bands });
    },
    told,
  );
}

const exactEnd = ([low, high]: Interval): number => (low === high ? high : Infinity);

/**
 * The unit rule from the leaves to the root, on a leaf's exact value and on what it publishes. `outers` are the published
 * intervals of larger counts by position.
 */
export function publishUp(
  layer: Layer,
  valueOf: (leaf: number) => number,
  bandOfLeaf: (value: number, leaf: number) => Interval,
  outers: readonly (readonly Interval[])[] = [],
): Map<string, Interval> {
  const { keys, parents, leaves } = layer;
  const size = keys.length;
  const totals = new Float64Array(size);
  const own = keys.map(emptySpan);
  const rests = outers.map(() => keys.map(emptySpan));
  const intervals = new Array<Interval>(size);
  for (let position = size - 1; position >= 0; position--) {
    const isLeaf = leaves[position] === 1;
    const total = isLeaf ? valueOf(position) : totals[position]!;
    const beside = isLeaf ? [] : besideOf(position);
    const interval = isLeaf ? bandOfLeaf(total, position) : intervalOf(total, own[position]!, beside, position === 0);
    intervals[position] = interval;
    const parent = parents[position]!;
    if (parent < 0) continue;
    totals[parent]! += total;
    widen(own[parent]!, interval, isLeaf ? undefined : movedBy(interval, own[position]!, beside));
    outers.forEach((outer, which) => {
      const rest = isLeaf ? undefined : rests[which]![position]!;
      widen(rests[which]![parent]!, leftOf(outer[position]!, interval, rest), rest?.widest);
    });
  }
  function besideOf(position: number): Outer[] {
    return outers.map((outer, which) => ({ outer: outer[position]!, rest: rests[which]![position]! }));
  }
  return new Map(keys.map((key, position) => [key, intervals[position]!]));
}
