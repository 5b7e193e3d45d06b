import { type Interval } from '../bands.js';
import { cellsOf } from '../cells.js';
import { isCell, type Mask, type MaskNode } from '../mask.js';
import { type PopulationNode } from '../population-cells.js';
import { publishCount } from '../publish-count.js';
import { awareAttack, bitsOf, countBits, statesOf } from './attackers.js';
import { entities } from './trees.js';

/** Exact counts of one state: of group g (0, 1, …) among the people of a cell. */
export type Count = (group: number, cell: string) => number;
export type Tables = ReadonlyMap<string, Interval>[];

/** People of each group by cell, and what is published of them beside the totals. */
export interface Groups {
  tree: string;
  k: number;
  /** `a: [3, 2]`: cell a has three people in the first group, two in the second, the others in the last. */
  people: Record<string, number[]>;
  /** Only the states in which every cell shows this band: an attacker sees the bands, so nothing else is left out. */
  band?: Interval;
}

export interface Publication {
  tables(totals: ReadonlyMap<string, Interval>, count: Count): Tables;
  /** Sets of each table that the attacker aims at, and whether each must keep its whole interval or just three values. */
  targets: { group: number; nodes: PopulationNode[]; whole: boolean }[];
}

export interface Damage {
  /** Totals of cells, then populations, of which a published value can be excluded; then sets with fewer than 3 values. */
  totals: number;
  populations: number;
  sharp: number;
  /** Exact values among the nodes of the populations: how much was at stake. */
  exact: number;
  classes: number;
}

export function maskOf(groups: Groups): { mask: Mask; cells: MaskNode[]; headcounts: Map<string, number>[] } {
  const mask = cellsOf(entities(groups.tree), { k: groups.k });
  const cells = mask.nodes.filter(isCell);
  const named = Object.values(groups.people)[0]!.length;
  const headcounts = Array.from({ length: named + 1 }, (_, group) => {
    return new Map(cells.map((cell) => [cell.key, peopleOf(groups, cell, group)]));
  });
  return { mask, cells, headcounts };
}

function peopleOf(groups: Groups, cell: MaskNode, group: number): number {
  const named = groups.people[cell.key] ?? Object.values(groups.people)[0]!.map(() => 0);
  return named[group] ?? cell.headcount - add(named);
}

/** Plays every state of who acts, in each group of each cell, against an attacker who knows the rules. */
export function damageOf(groups: Groups, publication: Publication): Damage {
  const { mask, cells, headcounts } = maskOf(groups);
  const kinds = headcounts.length;
  const at = new Map(cells.map((cell, position) => [cell.key, position]));
  const targets = publication.targets.flatMap(({ group, nodes, whole }) => {
    return nodes.map((node) => ({ group, node, whole, cells: node.cells.map((cell) => at.get(cell)!) }));
  });
  /** For each cell, its possible counts by group, followed by their sum. */
  const states = cells.map((cell) => {
    const sizes = headcounts.map((people) => people.get(cell.key)! + 1);
    const all = Array.from(statesOf(sizes), (state) => [...state, add(state)]);
    const [low, high] = groups.band ?? [0, cell.headcount];
    return all.filter((state) => state[kinds]! >= low && state[kinds]! <= high);
  });
  // Totals depend on the sums of cells only, which many states share.
  const known = new Map<string, ReadonlyMap<string, Interval>>();
  const totalsOf = (count: Count): ReadonlyMap<string, Interval> => {
    const sums = cells.map(({ key }) => count(kinds, key)).join();
    const totals = known.get(sums) ?? publishCount(mask, ({ key }) => count(kinds, key), { bands: true });
    known.set(sums, totals);
    return totals;
  };
  const findings = awareAttack({
    sizes: states.map((list) => list.length),
    publish: (state) => {
      const count: Count = (group, cell) => {
        const place = at.get(cell)!;
        return states[place]![state[place]!]![group]!;
      };
      const totals = totalsOf(count);
      return [totals, ...publication.tables(totals, count)];
    },
    secrets: (state) => {
      const of = (cell: number, group: number): number => states[cell]![state[cell]!]![group]!;
      return [
        ...cells.map((_, cell) => of(cell, kinds)),
        ...targets.map((target) => target.cells.reduce((sum, cell) => sum + of(cell, target.group), 0)),
      ];
    },
  });
  const damage: Damage = { totals: 0, populations: 0, sharp: 0, exact: 0, classes: findings.length };
  for (const { published, possible } of findings) {
    cells.forEach((cell, index) => {
      if (possible[index] !== bitsOf(published[0]!.get(cell.key)!)) damage.totals++;
    });
    targets.forEach(({ group, node, whole }, index) => {
      const seen = possible[cells.length + index]!;
      if (whole && seen !== bitsOf(published[group + 1]!.get(node.key)!)) damage.populations++;
      if (countBits(seen) < 3) damage.sharp++;
    });
    for (const table of published.slice(1)) {
      for (const [key, [low, high]] of table)
        if (low === high && mask.nodes.some((node) => node.key === key && !isCell(node))) damage.exact++;
    }
  }
  return damage;
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
