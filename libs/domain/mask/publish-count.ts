import { bandOf, type Interval } from './bands.js';
import { type Layer, layerOf, type Mask, type MaskNode } from './mask.js';

/**
 * Publishes one count of distinct people over every node of a mask. `cellValue` gives the exact count of a cell.
 *
 * Cells publish bands. A node publishes its exact total only where no cell below loses a value of its band by it,
 * whatever an attacker adds and subtracts and even if he knows this rule.
 */
export function publishCount(
  mask: Mask,
  cellValue: (cell: MaskNode) => number,
  options: { bands: boolean },
): Map<string, Interval> {
  const { nodes } = mask;
  return publishUp(
    layerOf(mask),
    (position) => cellValue(nodes[position]!),
    (value, position) => bandOf(value, nodes[position]!.headcount, options),
  );
}

/** The unit rule from the leaves to the root, on a leaf's exact value and on what it publishes. */
export function publishUp(
  layer: Layer,
  valueOf: (leaf: number) => number,
  bandOfLeaf: (value: number, leaf: number) => Interval,
): Map<string, Interval> {
  const { keys, parents, leaves } = layer;
  const size = keys.length;
  const totals = new Float64Array(size);
  const lows = new Float64Array(size);
  const highs = new Float64Array(size);
  const widest = new Float64Array(size);
  const intervals = new Array<Interval>(size);
  for (let position = size - 1; position >= 0; position--) {
    const isLeaf = leaves[position] === 1;
    const total = isLeaf ? valueOf(position) : totals[position]!;
    const interval = isLeaf
      ? bandOfLeaf(total, position)
      : intervalOf(total, lows[position]!, highs[position]!, widest[position]!);
    intervals[position] = interval;
    const parent = parents[position]!;
    if (parent < 0) continue;
    const width = interval[1] - interval[0];
    totals[parent]! += total;
    lows[parent]! += interval[0];
    highs[parent]! += interval[1];
    if (width > widest[parent]!) widest[parent] = width;
  }
  const published = new Map<string, Interval>();
  for (let position = 0; position < size; position++) published.set(keys[position]!, intervals[position]!);
  return published;
}

/**
 * What a node publishes when its units add up to `low`…`high` and the widest spans `width`: exact strictly inside, else
 * the end in which the total lies. The signs are strict: with ≤, not seeing an exact total would say that the widest
 * unit is not at its far end.
 */
function intervalOf(total: number, low: number, high: number, width: number): Interval {
  if (low === high || (low + width < total && total < high - width)) return [total, total];
  if (high - low + 1 < 2 * width + 2) return [low, high];
  return total <= low + width ? [low, low + width] : [high - width, high];
}
