import { bandOf, type Interval } from './bands.js';
import { layerOf } from './mask.js';
import { populationCells } from './population-cells.js';
import { publishPopulation } from './publish-population.js';
import { publishCount, publishUp } from './publish-count.js';
import { damageOf, type Groups, maskOf, type Publication } from './testing/splits.js';

const bands = { bands: true };

/** The first groups as populations of their own beside the total, the last one unpublished. */
function beside(groups: Groups): Publication {
  const { mask, headcounts } = maskOf(groups);
  const masks = headcounts.slice(0, -1).map((people) => populationCells(mask, people, groups.k));
  const last = headcounts.length - 1;
  return {
    tables: (totals, count) =>
      masks.map(
        (population, group) => publishPopulation(population, totals, (cell) => count(group, cell), bands).told[0]!,
      ),
    targets: [
      ...masks.map((population, group) => ({
        group,
        nodes: population.nodes.filter(({ kind }) => kind === 'union'),
        whole: true,
      })),
      // With a single population the rest is what it leaves of the total.
      ...(last === 1
        ? [{ group: last, nodes: masks[0]!.nodes.filter(({ kind }) => kind === 'union'), whole: false }]
        : []),
    ],
  };
}

const names = 'abcdef';
function flat(cells: number, staff: number): string {
  return ['r=0', ...[...names].slice(0, cells).map((name) => `${name}<r=${staff}`)].join(' ');
}
function each(cells: number, people: number[]): Record<string, number[]> {
  return Object.fromEntries([...names].slice(0, cells).map((name) => [name, people]));
}

const cases: Record<string, Groups> = {
  even: { tree: 'r=0 a<r=10 b<r=10 c<r=10', people: { a: [5], b: [5], c: [5] }, k: 2 },
  'a minority': { tree: 'r=0 a<r=10 b<r=10 c<r=10', people: { a: [3], b: [2], c: [2] }, k: 2 },
  'a majority': { tree: 'r=0 a<r=9 b<r=9 c<r=9', people: { a: [7], b: [6], c: [6] }, k: 2 },
  lopsided: { tree: 'r=0 a<r=8 b<r=8 c<r=10', people: { a: [7], b: [1], c: [5] }, k: 3 },
  'one cell full': { tree: 'r=0 a<r=8 b<r=9 c<r=9', people: { a: [8], b: [5], c: [4] }, k: 2 },
  'one cell without any': { tree: 'r=0 a<r=8 b<r=9 c<r=9', people: { b: [5], c: [4] }, k: 2 },
  'a node joined': { tree: 'r=0 x<r=0 a<x=8 b<x=8 d<r=10', people: { a: [1], b: [7], d: [5] }, k: 3 },
  'joined across nodes': { tree: 'r=0 x<r=0 a<x=4 b<x=4 c<r=4 d<r=6', people: { a: [1], c: [1], d: [3] }, k: 3 },
  'the whole organisation': { tree: 'r=0 a<r=8 b<r=8 c<r=8', people: { a: [1], b: [1], c: [7] }, k: 3 },
  'a few in each': { ...{ tree: flat(4, 14), people: each(4, [2]), k: 2 }, band: [3, 5] },
  'few are active': { ...{ tree: flat(4, 14), people: each(4, [5]), k: 3 }, band: [0, 2] },
  'most are active': { ...{ tree: flat(4, 14), people: each(4, [6]), k: 3 }, band: [12, 14] },
  'four of five': { ...{ tree: flat(4, 14), people: each(4, [11]), k: 3 }, band: [9, 11] },
  'cells in a node': { tree: 'r=0 x<r=0 a<x=8 b<x=8 c<x=8 d<x=8 e<r=8', people: each(4, [2]), k: 2, band: [3, 5] },
  'five cells joined by two': { tree: flat(5, 8), people: each(5, [1]), k: 2, band: [3, 5] },
};

// Large worlds of which others say nearly the same are tried by `npm run prove`.
const proved = ['a minority', 'a majority', 'one cell without any', 'the whole organisation'];
const tried = Object.entries(cases).filter(([name]) => process.env.ESSOR_PROVE_RUNS || !proved.includes(name));

describe('a population beside the total', () => {
  it.each(tried)('narrows neither the totals nor itself: %s', (name, groups) => {
    const damage = damageOf(groups, beside(groups));
    expect(damage).toMatchObject({ totals: 0, populations: 0, sharp: 0 });
    if (name === 'a few in each') expect(damage.exact).toBeGreaterThan(0);
  });

  it('composes: any number of populations leave one another and the totals whole', () => {
    const groups: Groups = { tree: flat(3, 8), people: { a: [2, 3], b: [3, 2], c: [2, 2] }, k: 2, band: [3, 5] };
    const damage = damageOf(groups, beside(groups));
    expect(damage).toMatchObject({ totals: 0, populations: 0 });
  });

  it('says of a population that fills a cell what the total says, and nothing where it has nobody', () => {
    const { mask } = maskOf({ tree: 'r=0 a<r=20 b<r=20 c<r=40', people: { a: [20], c: [20] }, k: 10 });
    const population = populationCells(
      mask,
      new Map([
        ['a', 20],
        ['c', 20],
      ]),
      10,
    );
    const totals = publishCount(mask, () => 10, bands);
    const published = publishPopulation(population, totals, (cell) => (cell === 'c' ? 9 : 10), bands).told[0]!;
    expect([...published.keys()].sort()).toEqual(['a', 'c', 'r']);
    expect(published.get('a')).toEqual(totals.get('a'));
  });

  it('is published nowhere while it or its rest is below k', () => {
    const { mask } = maskOf({ tree: 'r=0 a<r=20 b<r=20', people: { a: [4], b: [5] }, k: 10 });
    expect(
      populationCells(
        mask,
        new Map([
          ['a', 4],
          ['b', 5],
        ]),
        10,
      ).nodes,
    ).toEqual([]);
    expect(
      populationCells(
        mask,
        new Map([
          ['a', 16],
          ['b', 15],
        ]),
        10,
      ).nodes,
    ).toEqual([]);
  });

  it('is exact in a cell only where population and rest both hold 200', () => {
    const { mask } = maskOf({ tree: 'r=0 a<r=500 b<r=450', people: { a: [200], b: [150] }, k: 10 });
    const population = populationCells(
      mask,
      new Map([
        ['a', 200],
        ['b', 150],
      ]),
      10,
    );
    const totals = publishCount(mask, () => 250, bands);
    const published = publishPopulation(population, totals, () => 100, bands).told[0]!;
    expect(published.get('a')).toEqual([100, 100]);
    expect(published.get('b')).toEqual([100, 102]);
  });

  it('is exact everywhere for k = 1 without bands', () => {
    const { mask } = maskOf({ tree: 'r=1 a<r=3 b<r=2', people: { a: [1], b: [2] }, k: 1 });
    const population = populationCells(
      mask,
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      1,
    );
    const totals = publishCount(mask, () => 1, { bands: false });
    expect(
      Object.fromEntries(
        publishPopulation(population, totals, (cell) => (cell.length === 1 ? 1 : 0), { bands: false }).told[0]!,
      ),
    ).toEqual({
      r: [2, 2],
      a: [1, 1],
      b: [1, 1],
    });
  });

  it('is caught when the population has bands and a unit rule of its own', () => {
    for (const name of ['even', 'a majority']) {
      const groups = cases[name]!;
      const { mask, headcounts } = maskOf(groups);
      const honest = beside(groups);
      const tables: Publication['tables'] = (_, count) => {
        const value = (position: number): number => count(0, mask.nodes[position]!.key);
        const band = (exact: number, position: number): Interval =>
          bandOf(exact, headcounts[0]!.get(mask.nodes[position]!.key)!, bands);
        return [publishUp(layerOf(mask), value, band)];
      };
      const damage = damageOf(groups, { ...honest, tables });
      expect(damage.totals + damage.populations + damage.sharp).toBeGreaterThan(0);
    }
  });
});
