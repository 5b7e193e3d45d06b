import { bandOf, type Interval } from '../bands.js';
import { cellsOf } from '../cells.js';
import { isCell, layerOf, type Mask, type MaskNode } from '../mask.js';
import { publishCount } from '../publish-count.js';
import { awareAttack, bitsOf, countBits } from './attackers.js';
import { entities } from './trees.js';

type CellValue = (cell: MaskNode) => number;
/** Publishes a count of people who are all in a larger one that is published already. */
export type PublishInner = (
  mask: Mask,
  inner: CellValue,
  outer: CellValue,
  told: ReadonlyMap<string, Interval>,
) => Map<string, Interval>;

/** As it is done: each count by itself. */
export const byItself: PublishInner = (mask, inner) => publishCount(mask, inner, { bands: true });

/**
 * Proposed in docs/decisions/026: exact only where the larger count is, and where the unit rule holds strictly for this
 * count and for what it leaves of the larger one; else all that its units leave possible.
 */
export const withinOuter: PublishInner = (mask, inner, outer, told) => {
  const { keys, parents, leaves } = layerOf(mask);
  const sums = keys.map(() => ({ inner: 0, outer: 0, own: emptySpan(), rest: emptySpan() }));
  const published = new Array<Interval>(keys.length);
  for (let at = keys.length - 1; at >= 0; at--) {
    const [cell, sum] = [mask.nodes[at]!, sums[at]!];
    const [low, high] = told.get(keys[at]!)!;
    if (leaves[at] === 1) [sum.inner, sum.outer] = [inner(cell), outer(cell)];
    const isExact = low === high && isInside(sum.inner, sum.own) && isInside(sum.outer - sum.inner, sum.rest);
    const interval: Interval =
      leaves[at] === 1
        ? bandOf(sum.inner, cell.headcount, { bands: true })
        : isExact
          ? [sum.inner, sum.inner]
          : [sum.own.low, sum.own.high];
    published[at] = interval;
    if (parents[at]! < 0) continue;
    const parent = sums[parents[at]!]!;
    parent.inner += sum.inner;
    parent.outer += sum.outer;
    widen(parent.own, interval);
    widen(parent.rest, [Math.max(0, low - interval[1]), high - interval[0]]);
  }
  return new Map(keys.map((key, at) => [key, published[at]!]));
};

interface Span {
  low: number;
  high: number;
  widest: number;
}
const emptySpan = (): Span => ({ low: 0, high: 0, widest: 0 });
const isInside = (value: number, { low, high, widest }: Span): boolean =>
  low === high || (low + widest < value && value < high - widest);

function widen(span: Span, [low, high]: Interval): void {
  span.low += low;
  span.high += high;
  span.widest = Math.max(span.widest, high - low);
}

export interface NestedDamage {
  /** Values of bands of cells that can be excluded. */
  narrowed: number;
  /** Cells of which fewer than three differences between two counts are left. */
  sharp: number;
  /** Publications that tell both totals of the whole exactly, and all of them. */
  told: number;
  classes: number;
}

/** Every state of `depth` counts, each within the one before, against an attacker who knows the rules. */
export function nestedDamage(tree: string, depth: number, publish: PublishInner): NestedDamage {
  const mask = cellsOf(entities(tree), { k: 3 });
  const cells = mask.nodes.filter(isCell);
  const at = new Map(cells.map(({ key }, place) => [key, place]));
  const states = cells.map(({ headcount }) => chains(headcount, depth));
  const findings = awareAttack({
    sizes: states.map((list) => list.length),
    publish: (state) => {
      const of =
        (level: number): CellValue =>
        ({ key }) =>
          states[at.get(key)!]![state[at.get(key)!]!]![level]!;
      const tables = [publishCount(mask, of(0), { bands: true })];
      for (let level = 1; level < depth; level++)
        tables.push(publish(mask, of(level), of(level - 1), tables[level - 1]!));
      return tables;
    },
    secrets: (state) =>
      cells.flatMap((_, place) => {
        const counts = states[place]![state[place]!]!;
        return [...counts, ...counts.slice(1).map((count, level) => counts[level]! - count)];
      }),
  });
  const damage: NestedDamage = { narrowed: 0, sharp: 0, told: 0, classes: findings.length };
  const root = mask.nodes[0]!.key;
  for (const { published, possible } of findings) {
    if (published.every((table) => table.get(root)![0] === table.get(root)![1])) damage.told++;
    cells.forEach(({ key }, place) => {
      const seen = possible.slice(place * (2 * depth - 1), (place + 1) * (2 * depth - 1));
      published.forEach((table, level) => {
        if (seen[level] !== bitsOf(table.get(key)!)) damage.narrowed++;
      });
      for (const gap of seen.slice(depth)) if (countBits(gap) < 3) damage.sharp++;
    });
  }
  return damage;
}

/** Counts of one place, from the largest to the smallest. */
function chains(most: number, depth: number): number[][] {
  if (depth === 0) return [[]];
  return Array.from({ length: most + 1 }, (_, value) => value).flatMap((value) =>
    chains(value, depth - 1).map((rest) => [value, ...rest]),
  );
}
