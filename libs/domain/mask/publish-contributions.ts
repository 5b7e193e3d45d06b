import { type Interval } from './bands.js';
import { type Contribution, isShared, together } from './dominance.js';
import { layerOf, type Mask, type MaskNode } from './mask.js';

/**
 * Publishes a volume of which a few people could have made most: exact where it is shared (`isShared`), absent
 * elsewhere. Where one child of a node is absent, the smallest others by headcount are too, until those absent are at
 * least two and their volume together is shared, so that subtraction finds no more than such a sum. Nothing is shown
 * below an absent node. `mask` is that of `volumeCells`.
 */
export function publishContributions(
  mask: Mask,
  contributionOf: (cell: MaskNode) => Contribution,
  options: { bands: boolean },
): Map<string, Interval> {
  const { parents, leaves } = layerOf(mask);
  const { nodes } = mask;
  const children = nodes.map((): number[] => []);
  const made = new Array<Contribution>(nodes.length);
  const absent = new Uint8Array(nodes.length);
  for (let position = nodes.length - 1; position >= 0; position--) {
    const units = children[position]!;
    const own = leaves[position] === 1 ? contributionOf(nodes[position]!) : together(units.map((at) => made[at]!));
    made[position] = own;
    absent[position] = options.bands && !isShared(own) ? 1 : 0;
    if (absent[position] === 0) hideCompanions(units, nodes, made, absent);
    const parent = parents[position]!;
    if (parent >= 0) children[parent]!.unshift(position);
  }
  const published = new Map<string, Interval>();
  nodes.forEach(({ key }, position) => {
    const { total } = made[position]!;
    // What is absent is so with all below it: else its parts would give it back.
    if (parents[position]! >= 0 && absent[parents[position]!] === 1) absent[position] = 1;
    if (absent[position] === 0) published.set(key, [total, total]);
  });
  return published;
}

function hideCompanions(
  units: readonly number[],
  nodes: readonly MaskNode[],
  made: readonly Contribution[],
  absent: Uint8Array,
): void {
  const hidden = units.filter((unit) => absent[unit] === 1);
  if (hidden.length === 0) return;
  const others = units.filter((unit) => absent[unit] === 0);
  others.sort((a, b) => nodes[a]!.headcount - nodes[b]!.headcount || (nodes[a]!.key < nodes[b]!.key ? -1 : 1));
  while (hidden.length < 2 || !isShared(together(hidden.map((unit) => made[unit]!)))) {
    const next = others.shift();
    if (next === undefined) return;
    absent[next] = 1;
    hidden.push(next);
  }
}
