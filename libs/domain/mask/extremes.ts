import { type Interval } from './bands.js';
import { type Layer } from './mask.js';

/**
 * Smallest possible Σ max(0, count − threshold) over some leaves, given every published total of the layer. Along the
 * tree the answer is a function of a node's total with slope 0, then 1, so four numbers a node carry it upwards.
 */
export function leastExcess(
  layer: Layer,
  totals: readonly Interval[],
  thresholds: ReadonlyMap<number, number>,
): number {
  return sweep(layer, (position) => totals[position]!, thresholds);
}

/** Largest possible Σ min(cap, count) over some leaves, given every published total of the layer. */
export function mostWithin(layer: Layer, totals: readonly Interval[], caps: ReadonlyMap<number, number>): number {
  const mirrored = new Map<number, number>();
  let all = 0;
  for (const [leaf, cap] of caps) {
    const finite = Math.min(cap, totals[leaf]![1]);
    mirrored.set(leaf, -finite);
    all += finite;
  }
  // min(cap, count) = cap − max(0, (−count) − (−cap))
  return all - sweep(layer, (position) => [-totals[position]![1], -totals[position]![0]], mirrored);
}

function sweep(layer: Layer, range: (position: number) => Interval, thresholds: ReadonlyMap<number, number>): number {
  const size = layer.keys.length;
  const lows = new Float64Array(size);
  const highs = new Float64Array(size);
  const least = new Float64Array(size);
  /** Total up to which the least excess does not grow. */
  const flat = new Float64Array(size);
  let answer = 0;
  for (let position = size - 1; position >= 0; position--) {
    const [low, high] = range(position);
    if (layer.leaves[position] === 1) {
      const threshold = thresholds.get(position) ?? Infinity;
      lows[position] = low;
      highs[position] = high;
      least[position] = Math.max(0, low - threshold);
      flat[position] = Math.min(high, Math.max(low, threshold));
    } else {
      const floor = Math.max(low, lows[position]!);
      least[position]! += Math.max(0, floor - flat[position]!);
      lows[position] = floor;
      highs[position] = Math.min(high, highs[position]!);
      flat[position] = Math.min(highs[position]!, Math.max(floor, flat[position]!));
    }
    const parent = layer.parents[position]!;
    if (parent < 0) {
      answer += least[position]!;
      continue;
    }
    lows[parent]! += lows[position]!;
    highs[parent]! += highs[position]!;
    least[parent]! += least[position]!;
    flat[parent]! += flat[position]!;
  }
  return answer;
}
