import { BAND, bandOf, type Interval } from './bands.js';
import { type Layer, layerOf, type Mask, type MaskNode } from './mask.js';
import { type Blocks, knownOf, undivided } from './other-sundays.js';
import { emptySpan, intervalOf, leftOf, movedBy, type Outer, widen } from './unit-rule.js';

export interface CountRules {
  bands: boolean;
  /** People from which a set is told of; only asked for beside larger counts. */
  k?: number;
  /**
   * What larger counts have already published: everyone counted here is counted in each of them too, whatever the week
   * (docs/decisions/026).
   */
  outers?: readonly Told[];
  /** What is told as one beside what other Sundays have told. */
  blocks?: Blocks;
}

/** A count as it is published; places that are absent tell nothing of it this week. */
export type Told = ReadonlyMap<string, Interval>;

/**
 * Publishes one count of distinct people over every node of a mask. `cellValue` gives the exact count of a cell.
 *
 * Cells publish bands. A node publishes its exact total only where no cell below loses a value of its band by it,
 * nor of what it leaves of a larger count, whatever an attacker adds and subtracts and even if he knows this rule.
 */
export function publishCount(
  mask: Mask,
  cellValue: (cell: MaskNode) => number,
  { bands, k = 0, outers = [], blocks }: CountRules,
): Map<string, Interval> {
  const { nodes } = mask;
  const layer = layerOf(mask);
  const told = outers.map((outer) =>
    nodes.map(({ key, headcount }): OuterTold => {
      const interval = outer.get(key);
      return { isTold: interval !== undefined, interval: interval ?? [0, headcount] };
    }),
  );
  const most = (position: number): number => Math.min(...told.map((outer) => exactEnd(outer[position]!.interval)));
  return publishUp(
    layer,
    (position) => cellValue(nodes[position]!),
    (value, position) => {
      // Those of a larger count that is told exactly are a set of their own, and nothing is told of a set below k.
      const size = Math.min(nodes[position]!.headcount, most(position));
      return bands && size < k ? [0, size] : bandOf(value, size, { bands });
    },
    told,
    blocks,
  );
}

const exactEnd = ([low, high]: Interval): number => (high - low + 1 < BAND ? high : Infinity);

/** What a place says of a larger count: everything that its people leave possible where it says nothing. */
interface OuterTold {
  isTold: boolean;
  interval: Interval;
}

/**
 * The unit rule from the leaves to the root, on a leaf's exact value and on what it publishes. `outers` are larger counts
 * by position.
 */
export function publishUp(
  layer: Layer,
  valueOf: (leaf: number) => number,
  bandOfLeaf: (value: number, leaf: number) => Interval,
  outers: readonly (readonly OuterTold[])[] = [],
  blocks: Blocks = () => [],
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
    const tell = (value: number) =>
      isLeaf ? bandOfLeaf(value, position) : intervalOf(value, own[position]!, beside, position === 0);
    const undividable = blocks(position);
    const interval = undivided(tell, undividable)(total);
    intervals[position] = interval;
    const parent = parents[position]!;
    if (parent < 0) continue;
    totals[parent]! += total;
    const known = knownOf(interval, undividable);
    widen(own[parent]!, known, isLeaf ? undefined : movedBy(known, own[position]!, beside));
    outers.forEach((outer, which) => {
      const rest = isLeaf ? undefined : rests[which]![position]!;
      widen(rests[which]![parent]!, leftOf(outer[position]!.interval, known, rest), rest?.widest);
    });
  }
  function besideOf(position: number): Outer[] {
    return outers.flatMap((outer, which) => {
      const { isTold, interval } = outer[position]!;
      return isTold ? [{ outer: interval, rest: rests[which]![position]! }] : [];
    });
  }
  return new Map(keys.map((key, position) => [key, intervals[position]!]));
}
