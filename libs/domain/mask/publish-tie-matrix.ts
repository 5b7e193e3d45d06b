import { layerOf, type Mask } from './mask.js';
import { publishTies, type TieCount } from './publish-ties.js';

/**
 * Publishes a matrix of interactions between the cells of `volumeCells` beside totals that some nodes tell of what
 * their cells sent (`told`, as `publishDisjoint` chose them). A total would give back the one pair that its rows hide:
 * so its smallest pairs are hidden too, until they are two or more, of 2k interactions and surely k people on either
 * side. The rows that different totals speak of are different, so that hiding in one never opens another.
 */
export function publishTieMatrix(
  mask: Mask,
  all: readonly TieCount[],
  told: ReadonlySet<string>,
  rules: { k: number; bands: boolean },
): TieCount[] {
  // A pair that holds nothing blurs nothing.
  const counts = all.filter(({ value }) => value > 0);
  const bySource = new Map<string, TieCount[]>();
  for (const count of counts) bySource.set(count.source, [...(bySource.get(count.source) ?? []), count]);
  const isHidden = (count: TieCount) => Math.min(count.sources, count.targets) < rules.k;
  const withheld = new Set<TieCount>();
  if (rules.bands) {
    for (const rows of rowsOfTotals(mask, told)) {
      const pairs = rows.flatMap((source) => bySource.get(source) ?? []);
      const hidden = pairs.filter(isHidden);
      const others = pairs.filter((pair) => !isHidden(pair)).sort((a, b) => b.value - a.value);
      while (hidden.length > 0 && !isBlurred(hidden, rules.k) && others.length > 0) hidden.push(others.pop()!);
      for (const pair of hidden) withheld.add(pair);
    }
  }
  const units = mask.nodes.filter((_, position) => layerOf(mask).leaves[position] === 1).map(({ key }) => key);
  const shown = counts.filter((count) => !withheld.has(count));
  const { pairs } = publishTies(units, shown, { ...rules, mutual: false });
  return shown.filter(({ source, target }) => pairs.get(source)?.has(target));
}

/** Of each told node: the cells that it adds to what is told below it. */
function rowsOfTotals(mask: Mask, told: ReadonlySet<string>): string[][] {
  const { parents, leaves } = layerOf(mask);
  const untold = mask.nodes.map((): string[] => []);
  const rows: string[][] = [];
  for (let position = mask.nodes.length - 1; position >= 0; position--) {
    const { key } = mask.nodes[position]!;
    const own = leaves[position] === 1 ? [key] : untold[position]!;
    if (told.has(key)) rows.push(own);
    else if (parents[position]! >= 0) untold[parents[position]!]!.push(...own);
  }
  return rows;
}

function isBlurred(hidden: readonly TieCount[], k: number): boolean {
  const value = hidden.reduce((sum, pair) => sum + pair.value, 0);
  return hidden.length >= 2 && value >= 2 * k && surely(hidden, 'source') >= k && surely(hidden, 'target') >= k;
}

/** Fewest different people on one side: cells share nobody, the same people of a cell may be in all of its pairs. */
function surely(pairs: readonly TieCount[], side: 'source' | 'target'): number {
  const most = new Map<string, number>();
  for (const pair of pairs) {
    const people = side === 'source' ? pair.sources : pair.targets;
    most.set(pair[side], Math.max(most.get(pair[side]) ?? 0, people));
  }
  return [...most.values()].reduce((sum, people) => sum + people, 0);
}
