import { type Interval } from './bands.js';
import { type Blocks } from './other-sundays.js';
import { type PopulationMask } from './population-cells.js';
import { restOfUnion, type Sizes, type Unit, undividedUnit, unionUnit } from './split-unit.js';
import { type Bounds, boundsWithin, emptySpan, leftOf, type Span, widen } from './unit-rule.js';

/** Published intervals of a population and of its rest, by position in the population's own layer. */
export interface Split {
  population: Interval[];
  rest: Interval[];
  /** At the root: what the units add up to, and the ends strictly between which larger counts leave the population. */
  atRoot: { units: Interval; beside: Interval };
  /** Where it says anything of the population this week, by position; everywhere, where nothing is said of it. */
  isTold?: (position: number) => boolean;
}

export interface SplitRules {
  /** Larger counts of the same people, as they are already split: nothing may be told of what this one leaves of them. */
  beside?: readonly Split[];
  /** Who of the population and of the rest can be counted at all, by leaf of `mask.below`, where not everybody can. */
  eligible?: Sizes;
  /** What is told as one beside what other Sundays have told, by position among both sides of `mask`. */
  blocks?: Blocks;
}

/** What units leave of a larger count, of the population and of its rest. */
interface Left {
  population: Span;
  rest: Span;
}

interface Sum extends Unit {
  total: number;
  restLow: number;
  restHigh: number;
  /** The most that one union below can raise the floor by, and lower the ceiling by. */
  above: number;
  below: number;
}

/**
 * Publishes the population of each union in a band inside what the total leaves possible, wide enough to fit every
 * value of every total, and a node exactly only where the same holds. `totals` are the published intervals by position
 * in `mask.below`; `value` is the population's exact count in a leaf of `mask.below`.
 */
export function publishSplit(
  mask: PopulationMask,
  totals: readonly Interval[],
  value: (leaf: number) => number,
  { beside = [], eligible, blocks }: SplitRules = {},
): Split {
  const { nodes, places, layer } = mask;
  const sizes: Sizes = eligible ?? { population: mask.population, rest: mask.rest, k: 0 };
  const size = nodes.length;
  const atRoot: Split['atRoot'] = { units: [0, 0], beside: [-Infinity, Infinity] };
  const split: Split = { population: new Array<Interval>(size), rest: new Array<Interval>(size), atRoot };
  const sums: Sum[] = nodes.map(emptySum);
  const left = beside.map(() => nodes.map((): Left => ({ population: emptySpan(), rest: emptySpan() })));
  // Of a larger count that says nothing here, all that the people of the place leave possible.
  const said = (outer: Split, of: 'population' | 'rest', position: number): Interval =>
    isToldAt(outer, position) ? outer[of][position]! : [0, nodes[position]![of]];
  for (let position = size - 1; position >= 0; position--) {
    const { kind } = nodes[position]!;
    const { self, leaves } = places[position]!;
    const sum = sums[position]!;
    for (const leaf of leaves) sum.total += value(leaf);
    let unit: Unit;
    let rest: Interval;
    if (kind === 'union') {
      const tell = (counted: number) => unionUnit(mask, sizes, position, totals, counted, reachOf(position));
      unit = undividedUnit(tell, sum.total, blocksAt(position, totalOf(leaves)));
      rest = restOfUnion(sizes, leaves, unit, totals);
    } else {
      const total = totals[self]!;
      const bounds = kind === 'node' ? boundsOf(sum, total, beside, left, position) : null;
      const tell = (counted: number) => nodeUnit({ ...sum, total: counted }, bounds!);
      unit = bounds
        ? undividedUnit(tell, sum.total, blocksAt(position, total))
        : kind === 'full'
          ? fullUnit(total)
          : NOBODY;
      rest = kind === 'node' ? restOf(sum, unit, total) : kind === 'full' ? [0, 0] : total;
      if (bounds) move(sum, unit, bounds);
      if (bounds && position === 0) split.atRoot = { units: [sum.low, sum.high], beside: bounds.beside };
    }
    split.population[position] = [unit.low, unit.high];
    split.rest[position] = rest;
    const parent = layer.parents[position]!;
    if (parent < 0) continue;
    addUnit(sums[parent]!, unit, rest, sum, kind === 'node');
    beside.forEach((outer, which) => {
      const units = kind === 'node' ? left[which]![position] : undefined;
      const up = left[which]![parent]!;
      const inside = leftOf(said(outer, 'population', position), [unit.low, unit.high], units?.population);
      widen(up.population, inside, units?.population.widest);
      widen(up.rest, leftOf(said(outer, 'rest', position), rest, units?.rest), units?.rest.widest);
    });
  }
  return split;

  function totalOf(leaves: readonly number[]): Interval {
    return leaves.reduce<Interval>(([low, high], leaf) => [low + totals[leaf]![0], high + totals[leaf]![1]], [0, 0]);
  }

  /** Of the rest nothing is told but what the population leaves of the total. */
  function blocksAt(position: number, [low, high]: Interval): Interval[] {
    if (!blocks) return [];
    const ofRest = blocks(size + position).map(([from, to, end]): Interval => {
      const total = end === 'least' ? high : low;
      return [total - to, total - from];
    });
    return [...blocks(position).map(([from, to]): Interval => [from, to]), ...ofRest];
  }

  /** What larger counts that are told exactly here leave possible: nobody and everybody of them are ends too. */
  function reachOf(position: number): Interval {
    const told = beside.filter((outer) => isToldAt(outer, position));
    const inside = told.map(({ population }) => population[position]!).filter(([low, high]) => low === high);
    const outside = told.map(({ rest }) => rest[position]!).filter(([low, high]) => low === high);
    const [, total] = totalOf(places[position]!.leaves);
    return [Math.max(0, ...outside.map(([rest]) => total - rest)), Math.min(...inside.map(([people]) => people))];
  }
}

const isToldAt = ({ isTold }: Split, position: number): boolean => isTold?.(position) ?? true;

const NOBODY: Unit = { low: 0, high: 0, floor: 0, ceiling: 0 };

function fullUnit([low, high]: Interval): Unit {
  return { low, high, floor: high, ceiling: low };
}

/** What larger counts allow beside any value of one union, and so how far one union can move the ends. */
interface SplitBounds extends Bounds {
  least: number;
  most: number;
  /** `bottom` and `top` as larger counts alone ask for them. */
  beside: Interval;
}

/** Beside larger counts, what population and rest leave of theirs keeps the same distance from its ends (decision 026). */
function boundsOf(
  sum: Sum,
  [totalLow, totalHigh]: Interval,
  beside: readonly Split[],
  left: readonly (readonly Left[])[],
  position: number,
): SplitBounds {
  const bounds: SplitBounds = {
    low: Math.max(sum.low, totalLow - sum.restHigh),
    bottom: sum.floor + sum.above,
    top: sum.ceiling - sum.below,
    high: Math.min(sum.high, totalHigh - sum.restLow),
    ...{ least: -Infinity, most: Infinity, beside: [-Infinity, Infinity] },
  };
  beside.forEach((outer, which) => {
    if (!isToldAt(outer, position)) return;
    const { population, rest } = left[which]![position]!;
    const own = boundsWithin(outer.population[position]!, population, position === 0);
    const other = boundsWithin(outer.rest[position]!, rest, position === 0);
    bounds.low = Math.max(bounds.low, own.low, totalLow - other.high);
    const [bottom, top] = bounds.beside;
    bounds.beside = [
      Math.max(bottom, own.bottom, totalHigh - other.top),
      Math.min(top, own.top, totalLow - other.bottom),
    ];
    bounds.high = Math.min(bounds.high, own.high, totalHigh - other.low);
    bounds.least = Math.max(bounds.least, own.low + population.widest, totalLow - other.high + rest.widest);
    bounds.most = Math.min(bounds.most, own.high - population.widest, totalHigh - other.low - rest.widest);
  });
  bounds.bottom = Math.max(bounds.bottom, bounds.beside[0]);
  bounds.top = Math.min(bounds.top, bounds.beside[1]);
  return bounds;
}

function move(sum: Sum, { floor, ceiling }: Unit, { least, most }: SplitBounds): void {
  sum.above = Math.max(sum.above, least - floor);
  sum.below = Math.max(sum.below, ceiling - most);
}

function nodeUnit(sum: Sum, { low, bottom, top, high }: Bounds): Unit {
  if (low === high) return { low, high, floor: high, ceiling: low };
  if (top - bottom < 2) {
    return { low, high, floor: Math.min(sum.floor, high), ceiling: Math.max(sum.ceiling, low) };
  }
  if (sum.total <= bottom) return { low, high: bottom, floor: Math.max(low, sum.floor), ceiling: bottom };
  if (sum.total >= top) return { low: top, high, floor: top, ceiling: Math.min(high, sum.ceiling) };
  return { low: sum.total, high: sum.total, floor: sum.total, ceiling: sum.total };
}

function restOf(sum: Sum, unit: Unit, total: Interval): Interval {
  return [Math.max(sum.restLow, total[0] - unit.high), Math.min(sum.restHigh, total[1] - unit.low)];
}

function emptySum(): Sum {
  return { low: 0, high: 0, floor: 0, ceiling: 0, total: 0, restLow: 0, restHigh: 0, above: 0, below: 0 };
}

function addUnit(sum: Sum, unit: Unit, rest: Interval, below: Sum, isNode: boolean): void {
  sum.low += unit.low;
  sum.high += unit.high;
  sum.floor += unit.floor;
  sum.ceiling += unit.ceiling;
  sum.total += below.total;
  sum.restLow += rest[0];
  sum.restHigh += rest[1];
  sum.above = Math.max(sum.above, Math.min(unit.high - unit.floor, isNode ? below.above : Infinity));
  sum.below = Math.max(sum.below, Math.min(unit.ceiling - unit.low, isNode ? below.below : Infinity));
}
