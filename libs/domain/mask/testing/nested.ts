import { type Interval } from '../bands.js';
import { cellsOf } from '../cells.js';
import { isCell, type Mask, type MaskNode } from '../mask.js';
import { populationCells } from '../population-cells.js';
import { publishCount } from '../publish-count.js';
import { publishPopulation } from '../publish-population.js';
import { awareAttack, bitsOf, countBits, type Finding, statesOf } from './attackers.js';
import { entities } from './trees.js';

/** For each count the places of the counts that hold everyone of it: `[[], [0]]` is one count within another. */
export type Containment = readonly (readonly number[])[];

export interface NestedDamage {
  /** Values of bands that can be excluded. */
  narrowed: number;
  /** Sets of which fewer than three differences between a count and one that holds it are left. */
  sharp: number;
  /** Exact intervals of the root, over all publications and counts. */
  exact: number;
  classes: number;
}

interface Target {
  /** Table and node of which the whole interval must stay possible; absent for what is nowhere published. */
  told?: { table: number; key: string };
  value: (state: readonly number[]) => number;
}

/**
 * Every state of counts that contain each other, in flat or deep trees, against an attacker who knows the rules.
 * `heedless` publishes each count by itself; `bands` leaves only the states in which every cell shows these: an attacker
 * sees them, so that nothing else is left out.
 */
export function nestedDamage(
  tree: string,
  containment: Containment,
  { heedless = false, bands }: { heedless?: boolean; bands?: readonly Interval[] } = {},
): NestedDamage {
  const mask = cellsOf(entities(tree), { k: 3 });
  const cells = mask.nodes.filter(isCell);
  const states = cells.map(({ headcount }) => vectors(bands ?? containment.map(() => [0, headcount]), containment));
  const at = new Map(cells.map(({ key }, place) => [key, place]));
  const targets = cells.flatMap((cell, place): Target[] =>
    containment.flatMap((outers, count) => [
      { told: { table: count, key: cell.key }, value: (state) => states[place]![state[place]!]![count]! },
      ...outers.map((outer): Target => ({
        value: (state) => states[place]![state[place]!]![outer]! - states[place]![state[place]!]![count]!,
      })),
    ]),
  );
  const findings = awareAttack({
    sizes: states.map((list) => list.length),
    publish: (state) => {
      const tables: Map<string, Interval>[] = [];
      containment.forEach((outers, count) => {
        const value = ({ key }: MaskNode) => states[at.get(key)!]![state[at.get(key)!]!]![count]!;
        const told = heedless ? [] : outers.map((outer) => tables[outer]!);
        tables.push(publishCount(mask, value, { bands: true, outers: told }));
      });
      return tables;
    },
    secrets: (state) => targets.map(({ value }) => value(state)),
  });
  return damageOf(findings, targets, mask);
}

function damageOf(findings: readonly Finding[], targets: readonly Target[], mask: Mask): NestedDamage {
  const damage: NestedDamage = { narrowed: 0, sharp: 0, exact: 0, classes: findings.length };
  const root = mask.nodes[0]!.key;
  for (const { published, possible } of findings) {
    for (const table of published) if (table.get(root)?.[0] === table.get(root)?.[1]) damage.exact++;
    targets.forEach(({ told }, index) => {
      const seen = possible[index]!;
      if (told && seen !== bitsOf(published[told.table]!.get(told.key)!)) damage.narrowed++;
      if (!told && countBits(seen) < 3) damage.sharp++;
    });
  }
  return damage;
}

export interface PopulationWorld {
  tree: string;
  /** People of the population in each cell. */
  people: readonly number[];
  /** Only the states in which every cell has these values of the larger and of the smaller count: its bands, or all. */
  bands: readonly [Interval, Interval];
}

/** A population's two counts, one within the other, beside those of everyone. */
export function nestedPopulationDamage(world: PopulationWorld, { heedless = false } = {}): NestedDamage {
  const mask = cellsOf(entities(world.tree), { k: 2 });
  const cells = mask.nodes.filter(isCell);
  const population = populationCells(mask, new Map(cells.map(({ key }, place) => [key, world.people[place]!])), 2);
  const unions = population.nodes.filter(({ kind }) => kind === 'union');
  const at = new Map(cells.map(({ key }, place) => [key, place]));
  // Of each cell: outer and inner count of the population, outer and inner count of the rest.
  const states = cells.map(({ headcount }, place) => {
    const [inside, outside] = [world.people[place]!, headcount - world.people[place]!];
    return vectors(
      [
        [0, inside],
        [0, inside],
      ],
      [[], [0]],
    )
      .flatMap((own) =>
        vectors(
          [
            [0, outside],
            [0, outside],
          ],
          [[], [0]],
        ).map((other) => [...own, ...other]),
      )
      .filter(([a, b, c, d]) => isIn(a! + c!, world.bands[0]) && isIn(b! + d!, world.bands[1]));
  });
  const of = (state: readonly number[], keys: readonly string[], which: readonly number[]): number =>
    keys.reduce((sum, key) => {
      const counts = states[at.get(key)!]![state[at.get(key)!]!]!;
      return which.reduce((all, one) => all + counts[one]!, sum);
    }, 0);
  // Totals depend on the sums of cells only, which many states share.
  const known = new Map<string, [Map<string, Interval>, Map<string, Interval>]>();
  const totalsOf = (state: readonly number[]) => {
    const sums = cells.map(({ key }) => `${of(state, [key], [0, 2])} ${of(state, [key], [1, 3])}`).join();
    const found = known.get(sums);
    if (found) return found;
    const outer = publishCount(mask, ({ key }) => of(state, [key], [0, 2]), { bands: true });
    const inner = publishCount(mask, ({ key }) => of(state, [key], [1, 3]), { bands: true, outers: [outer] });
    known.set(sums, [outer, inner]);
    return [outer, inner] as const;
  };
  const targets = [
    ...cells.flatMap(({ key }): Target[] => [
      { told: { table: 0, key }, value: (state) => of(state, [key], [0, 2]) },
      { told: { table: 1, key }, value: (state) => of(state, [key], [1, 3]) },
      { value: (state) => of(state, [key], [0, 2]) - of(state, [key], [1, 3]) },
    ]),
    ...unions.flatMap(({ key, cells: behind }): Target[] => [
      { told: { table: 2, key }, value: (state) => of(state, behind, [0]) },
      { told: { table: 3, key }, value: (state) => of(state, behind, [1]) },
      ...[[0], [1], [2], [3]].map((which): Target => ({ value: (state) => of(state, behind, which) })),
      { value: (state) => of(state, behind, [0]) - of(state, behind, [1]) },
      { value: (state) => of(state, behind, [2]) - of(state, behind, [3]) },
    ]),
  ];
  const findings = awareAttack({
    sizes: states.map((list) => list.length),
    publish: (state) => {
      const [outer, inner] = totalsOf(state);
      const first = publishPopulation(population, outer, (key) => of(state, [key], [0]), { bands: true });
      const beside = heedless ? [] : [first];
      const second = publishPopulation(population, inner, (key) => of(state, [key], [1]), { bands: true, beside });
      return [outer, inner, first.told[0]!, second.told[0]!];
    },
    secrets: (state) => targets.map(({ value }) => value(state)),
  });
  return damageOf(findings, targets, mask);
}

const isIn = (value: number, [low, high]: Interval) => low <= value && value <= high;

/** All values of counts within these bounds that contain each other so. */
function vectors(bounds: readonly Interval[], containment: Containment): number[][] {
  const all = statesOf(bounds.map(([low, high]) => high - low + 1));
  return Array.from(all, (state) => state.map((value, count) => value + bounds[count]![0])).filter((state) =>
    containment.every((outers, count) => outers.every((outer) => state[count]! <= state[outer]!)),
  );
}
