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
  return excess(
    sweepOf(straight, layer, totals, (total) => total),
    layer,
    thresholds,
  );
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
  const sweep = sweepOf(turned, layer, totals, ([low, high]) => [-high, -low]);
  return all - excess(sweep, layer, mirrored);
}

/** What a layer comes to by node while no leaf has a threshold. */
interface Sweep {
  children: readonly number[][];
  lows: Float64Array;
  highs: Float64Array;
  least: Float64Array;
  /** Total up to which the least excess does not grow. */
  flat: Float64Array;
}

type Sweeps = WeakMap<readonly Interval[], WeakMap<Layer, Sweep>>;

// All unions of a population ask about the same totals, each with thresholds in a few leaves.
const straight: Sweeps = new WeakMap();
const turned: Sweeps = new WeakMap();

function sweepOf(
  known: Sweeps,
  layer: Layer,
  totals: readonly Interval[],
  range: (total: Interval) => Interval,
): Sweep {
  const ofTotals = known.get(totals) ?? new WeakMap<Layer, Sweep>();
  known.set(totals, ofTotals);
  const sweep = ofTotals.get(layer) ?? plainSweep(layer, totals, range);
  ofTotals.set(layer, sweep);
  return sweep;
}

function plainSweep(layer: Layer, totals: readonly Interval[], range: (total: Interval) => Interval): Sweep {
  const array = () => new Float64Array(layer.keys.length);
  const sweep: Sweep = {
    children: layer.keys.map(() => []),
    ...{ lows: array(), highs: array(), least: array(), flat: array() },
  };
  const { children, lows, highs, least, flat } = sweep;
  for (let position = layer.keys.length - 1; position >= 0; position--) {
    const [low, high] = range(totals[position]!);
    const isLeaf = layer.leaves[position] === 1;
    lows[position] = isLeaf ? low : Math.max(low, lows[position]!);
    highs[position] = isLeaf ? high : Math.min(high, highs[position]!);
    if (isLeaf) flat[position] = high;
    else rise(sweep, position, least, flat);
    const parent = layer.parents[position]!;
    if (parent < 0) continue;
    children[parent]!.push(position);
    lows[parent]! += lows[position]!;
    highs[parent]! += highs[position]!;
  }
  return sweep;
}

/** What an inner node comes to by what its children come to. */
function rise({ children, lows, highs }: Sweep, position: number, least: Float64Array, flat: Float64Array): void {
  let [excesses, flats] = [0, 0];
  for (const child of children[position]!) {
    excesses += least[child]!;
    flats += flat[child]!;
  }
  const low = lows[position]!;
  least[position] = excesses + Math.max(0, low - flats);
  flat[position] = Math.min(highs[position]!, Math.max(low, flats));
}

/** Thresholds change the nodes above their leaves, and no others. */
function excess(sweep: Sweep, layer: Layer, thresholds: ReadonlyMap<number, number>): number {
  const { lows, highs } = sweep;
  const least = sweep.least.slice();
  const flat = sweep.flat.slice();
  const isMoved = new Uint8Array(least.length);
  for (const [leaf, threshold] of thresholds) {
    least[leaf] = Math.max(0, lows[leaf]! - threshold);
    flat[leaf] = Math.min(highs[leaf]!, Math.max(lows[leaf]!, threshold));
    for (let up = layer.parents[leaf]!; up >= 0 && isMoved[up] === 0; up = layer.parents[up]!) isMoved[up] = 1;
  }
  let answer = 0;
  for (let position = least.length - 1; position >= 0; position--) {
    if (isMoved[position] === 1) rise(sweep, position, least, flat);
    if (layer.parents[position]! < 0) answer += least[position]!;
  }
  return answer;
}
