import { type Interval } from './bands.js';
import { type Contribution, isShared, together } from './dominance.js';
import { layerOf, type Mask, type MaskNode } from './mask.js';

export interface DisjointRules {
  k: number;
  bands: boolean;
  /** A further condition on what is told, or may be found by subtraction: the cells that it sums. */
  mayTell?: (cells: readonly MaskNode[]) => boolean;
}

/**
 * Publishes volumes that belong together (all or none at a node) over the cells of `volumeCells`: a cell tells them
 * where at least `k` people had part in each and it is shared (`isShared`); a node where what its told parts leave out is nothing, or two cells or
 * more with 2k deeds of k people in each volume. So subtraction finds sums over such sets only, since the sets that
 * different nodes leave out share no cell. People of different cells are different people.
 */
export function publishDisjoint(
  mask: Mask,
  deedsOf: (cell: MaskNode) => readonly Contribution[],
  rules: DisjointRules,
): Map<string, Interval[]> {
  const { parents, leaves } = layerOf(mask);
  const untold = mask.nodes.map((): MaskNode[] => []);
  const inside = mask.nodes.map((): MaskNode[] => []);
  const told: [string, Interval[]][] = [];
  for (let position = mask.nodes.length - 1; position >= 0; position--) {
    const node = mask.nodes[position]!;
    const isLeaf = leaves[position] === 1;
    if (isLeaf) inside[position]!.push(node);
    const left = isLeaf ? [node] : untold[position]!;
    const isTold = !rules.bands || left.length === 0 || isSafe(left, isLeaf);
    if (isTold) told.unshift([node.key, sums(inside[position]!).map(({ total }): Interval => [total, total])]);
    const parent = parents[position]!;
    if (parent < 0) continue;
    inside[parent]!.push(...inside[position]!);
    if (!isTold) untold[parent]!.push(...left);
  }
  return new Map(told);

  function isSafe(cells: readonly MaskNode[], isLeaf: boolean): boolean {
    const enough = sums(cells).every(
      (made) => made.contributors >= rules.k && isShared(made) && (isLeaf || made.total >= 2 * rules.k),
    );
    return enough && (isLeaf || cells.length >= 2) && (rules.mayTell?.(cells) ?? true);
  }

  function sums(cells: readonly MaskNode[]): Contribution[] {
    const each = cells.map((cell) => deedsOf(cell));
    return (each[0] ?? []).map((_, which) => together(each.map((deeds) => deeds[which]!)));
  }
}
