import { type Interval } from './bands.js';
import { isCell } from './mask.js';
import { cellsOf } from './cells.js';
import { populationCells } from './population-cells.js';
import { publishCount } from './publish-count.js';
import { publishPopulation } from './publish-population.js';
import { awareAttack, countBits, statesOf } from './testing/attackers.js';
import { type Containment, nestedDamage, nestedPopulationDamage, type PopulationWorld } from './testing/nested.js';
import { entities } from './testing/trees.js';

// docs/decisions/026: states within states, segments within segments, a week within four.
const everything = process.env.ESSOR_PROVE_RUNS !== undefined;
const three = 'r=0 a<r=8 b<r=8 c<r=8';
const four = 'r=0 a<r=8 b<r=8 c<r=8 d<r=8';
const one = [[], [0]];
const grid = [[], [0], [0], [1, 2]];
// What every cell of eight shows.
const [low, middle, high] = [
  [0, 2],
  [3, 5],
  [6, 8],
] as const satisfies Interval[];

describe('counts that contain each other', () => {
  it('narrow cells where each is published by itself', () => {
    const damage = nestedDamage(three, one, { heedless: true });
    expect(damage.narrowed).toBeGreaterThan(0);
    expect(damage.sharp).toBeGreaterThan(0);
  });

  it.each([
    { world: 'three cells', tree: three, counts: one },
    ...(everything ? [{ world: 'cells of several sizes', tree: 'r=0 a<r=8 b<r=9 c<r=6', counts: one }] : []),
    { world: 'cells in a node', tree: 'r=0 a<r=0 x<a=5 y<a=8 z<a=5 b<r=8', counts: one, bands: [middle, low] },
    {
      world: 'two nodes and a cell',
      tree: 'r=0 a<r=0 w<a=5 x<a=5 b<r=0 y<b=5 z<b=5 c<r=5',
      counts: one,
      bands: [low, low],
    },
    {
      world: 'a node among cells',
      tree: 'r=0 a<r=0 x<a=8 y<a=8 z<a=8 b<r=8 c<r=8',
      counts: one,
      bands: [middle, middle],
    },
    {
      world: 'three, each within the last',
      tree: everything ? four : three,
      counts: [[], [0], [1]],
      bands: [high, middle, middle],
    },
    { world: 'two beside each other in a third', tree: three, counts: [[], [0], [0]], bands: [high, middle, high] },
    { world: 'two kinds of act in two windows', tree: three, counts: grid, bands: [middle, middle, middle, middle] },
    ...(everything
      ? [{ world: 'the same in two bands', tree: three, counts: grid, bands: [high, middle, high, middle] }]
      : []),
  ] satisfies { world: string; tree: string; counts: Containment; bands?: Interval[] }[])(
    'narrow nothing where what one leaves of the other keeps the unit rule too: $world',
    ({ world, tree, counts, bands }) => {
      const damage = nestedDamage(tree, counts, bands && { bands });
      expect(damage).toMatchObject({ narrowed: 0, sharp: 0 });
      expect(damage.classes).toBeGreaterThan(1);
      // Exact wherever many units lie between the ends.
      if (world === 'three cells') expect(damage.exact).toBeGreaterThan(500);
    },
  );
});

describe('counts of a population that contain each other', () => {
  const same: PopulationWorld = { tree: three, people: [2, 2, 2], bands: [middle, middle] };
  // What takes minutes is tried by `npm run prove`.
  const more: PopulationWorld[] = [
    { tree: 'r=0 a<r=14 b<r=14 c<r=14', people: [2, 2, 2], bands: [high, middle] },
    {
      tree: 'r=0 a<r=6 b<r=6 c<r=6',
      people: [3, 3, 3],
      bands: [
        [0, 6],
        [0, 6],
      ],
    },
  ];

  it('come too close where each is split by itself', () => {
    expect(nestedPopulationDamage(same, { heedless: true }).sharp).toBeGreaterThan(0);
  });

  it.each([same, ...(everything ? more : [])])('narrow nothing: $people of $tree in $bands', (world) => {
    expect(nestedPopulationDamage(world)).toMatchObject({ narrowed: 0, sharp: 0 });
  });
});

describe('a count of those whom everybody knows', () => {
  // Invitations are declared: of eight people of a cell so many were due, and the attacker knows how many of each side.
  const mask = cellsOf(entities('r=0 a<r=8 b<r=8 c<r=8'), { k: 2 });
  const cells = mask.nodes.filter(isCell).map(({ key }) => key);
  const due = { a: [3, 4], b: [2, 5], c: [3, 0] } as Record<string, [number, number]>;
  const known = new Map(cells.map((key) => [key, due[key]![0] + due[key]![1]]));
  const publish = (of: (key: string, side: number) => number, k: number) => {
    const dueEverywhere = publishCount(mask, ({ key }) => known.get(key)!, { bands: false });
    const value = (key: string) => of(key, 0) + of(key, 1);
    const rules = { bands: true, k, outers: [dueEverywhere] };
    const totals = publishCount(mask, ({ key }) => value(key), rules);
    const side = populationCells(mask, new Map(cells.map((key) => [key, 4])), 2);
    const eligible = { people: (member: number, key: string) => due[key]![member]!, k };
    return [totals, publishPopulation(side, totals, (key) => of(key, 0), { bands: true, eligible }).told[0]!];
  };

  it('is never told more closely than three values, nor at all of fewer than k', () => {
    const findings = awareAttack({
      sizes: cells.flatMap((key) => due[key]!.map((people) => people + 1)),
      publish: (state) => publish((key, side) => state[2 * cells.indexOf(key) + side]!, 3),
      secrets: (state) => [...state, ...cells.map((_, cell) => state[2 * cell]! + state[2 * cell + 1]!)],
    });
    expect(findings.length).toBeGreaterThan(1);
    for (const { possible } of findings) {
      cells.forEach((key, cell) => {
        due[key]!.forEach((people, side) => {
          expect(countBits(possible[2 * cell + side]!)).toBeGreaterThanOrEqual(Math.min(3, people + 1));
        });
        expect(countBits(possible[2 * cells.length + cell]!)).toBeGreaterThanOrEqual(3);
      });
    }
  });

  it('says nothing of a set of which fewer than k are due', () => {
    for (const state of statesOf([8, 8])) {
      const [totals] = publish((key, side) => (key === 'c' && side === 0 ? Math.min(3, state[0]!) : 0), 4);
      expect(totals!.get('c')).toEqual([0, 3]);
    }
  });
});
