import { layerOf, type Mask } from './mask.js';

/**
 * Whether two populations may both be shown at a node: not where 1…k−1 people separate them, since two exact counts
 * would then tell what those few did; then only the larger is shown. `apart` counts the people who are in exactly one.
 */
export function mayBothBeShown(apart: number, k: number): boolean {
  return apart === 0 || apart >= k;
}

/**
 * Joins consecutive groups (cohort weeks, levels) in their order until each holds at least k people; a short remainder
 * joins the last. Positions of the groups that are read together; empty when all of them are fewer than k.
 */
export function joinUntil(sizes: readonly number[], k: number): number[][] {
  const joined: number[][] = [];
  let open: number[] = [];
  let people = 0;
  sizes.forEach((size, position) => {
    open.push(position);
    people += size;
    if (people < k) return;
    joined.push(open);
    open = [];
    people = 0;
  });
  joined.at(-1)?.push(...open);
  return joined;
}

/** People of a cell who are in both populations; a population with itself gives its size, `everyone` the cell's. */
export interface Overlap {
  cell: string;
  one: string;
  other: string;
  people: number;
}

/** A place at which a population says nothing. */
export interface Unshown {
  population: string;
  node: string;
}

/**
 * Places at which a population is not shown because fewer than k people separate it from a larger one, or from all who
 * are not in that one. Where subtraction would give it back, its smallest siblings are not shown either, with all below
 * them, until those not shown are separated by k people in all. Declared memberships only: what people did is not read.
 */
export function unshownTwins(mask: Mask, overlaps: readonly Overlap[], k: number): Unshown[] {
  const counted = summedUp(mask, overlaps);
  const everyone = counted.get(pairKey('everyone', 'everyone')) ?? mask.nodes.map(({ headcount }) => headcount);
  const populations = [...new Set(overlaps.map(({ one }) => one))].filter((name) => name !== 'everyone');
  const sizes = (name: string): readonly number[] => counted.get(pairKey(name, name))!;
  // The larger in the organisation is shown everywhere, so that no place shows the other.
  populations.sort((a, b) => sizes(b)[0]! - sizes(a)[0]! || (a < b ? -1 : 1));
  const unshown = new Map<string, Unshown>();
  populations.forEach((larger, place) => {
    for (const smaller of populations.slice(place + 1)) {
      const both = counted.get(pairKey(larger, smaller)) ?? mask.nodes.map(() => 0);
      const [a, b] = [sizes(larger), sizes(smaller)];
      const fromIt = both.map((people, at) => a[at]! + b[at]! - 2 * people);
      const fromRest = both.map((people, at) => everyone[at]! - a[at]! - b[at]! + 2 * people);
      for (const apart of [fromIt, fromRest]) {
        const isShown = (at: number): boolean => Math.min(a[at]!, b[at]!) >= k;
        for (const at of hiddenIn(mask, apart, isShown, k)) {
          const node = mask.nodes[at]!.key;
          unshown.set(`${smaller}\n${node}`, { population: smaller, node });
        }
      }
    }
  });
  return [...unshown.values()];
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

/** People by pair of populations and node. */
function summedUp(mask: Mask, overlaps: readonly Overlap[]): Map<string, number[]> {
  const { parents, positions } = layerOf(mask);
  const counted = new Map<string, number[]>();
  for (const { cell, one, other, people } of overlaps) {
    const at = positions.get(cell);
    if (at === undefined) continue;
    const key = pairKey(one, other);
    const row = counted.get(key) ?? mask.nodes.map(() => 0);
    counted.set(key, row);
    row[at]! += people;
  }
  for (const row of counted.values()) {
    for (let at = row.length - 1; at > 0; at--) if (parents[at]! >= 0) row[parents[at]!]! += row[at]!;
  }
  return counted;
}

function hiddenIn(mask: Mask, apart: readonly number[], isShown: (at: number) => boolean, k: number): number[] {
  const { parents } = layerOf(mask);
  const children = mask.nodes.map((): number[] => []);
  parents.forEach((parent, at) => parent >= 0 && children[parent]!.push(at));
  const hidden = mask.nodes.map((_, at) => isShown(at) && !mayBothBeShown(apart[at]!, k));
  const withAllBelow = (at: number): void => {
    hidden[at] = true;
    children[at]!.forEach(withAllBelow);
  };
  /** People who separate the two in the largest places below that say nothing. */
  const openBelow = (at: number): number =>
    children[at]!.reduce((sum, child) => sum + (hidden[child] || !isShown(child) ? apart[child]! : 0), 0);
  mask.nodes.forEach((_, at) => {
    if (hidden[at] || !isShown(at) || !children[at]!.some((child) => hidden[child])) return;
    const others = children[at]!.filter((child) => !hidden[child] && isShown(child) && apart[child]! > 0);
    others.sort((one, other) => mask.nodes[one]!.headcount - mask.nodes[other]!.headcount || one - other);
    while (!mayBothBeShown(openBelow(at), k) && others.length > 0) withAllBelow(others.shift()!);
  });
  return mask.nodes.flatMap((_, at) => (hidden[at] ? [at] : []));
}
