import { familyCells, publishFamily } from './publish-population.js';
import { isCell } from './mask.js';
import { type PopulationNode } from './population-cells.js';
import { publishCount } from './publish-count.js';
import { damageOf, type Groups, maskOf, type Publication } from './testing/splits.js';

const bands = { bands: true };

function familyOf(groups: Groups): Publication {
  const { mask, headcounts } = maskOf(groups);
  const family = familyCells(mask, headcounts, groups.k);
  const unions = family.splits.map((split) => split.nodes.filter(({ kind }) => kind === 'union'));
  // Sets of a later split join those of an earlier one: named again by the cells behind them.
  const named = unions.map((nodes, split) =>
    nodes.map((node) => ({ ...node, cells: cellsBehind(family, split, node.cells) })),
  );
  const single = (split: number, node: PopulationNode): boolean => split === 0 || node.cells.length === 1;
  const targets = named.flatMap((nodes, group) => [
    { group, whole: true, nodes: nodes.filter((node) => single(group, node)) },
    { group, whole: false, nodes: nodes.filter((node) => !single(group, node)) },
  ]);
  return {
    tables: (totals, count) => publishFamily(family, totals, count, bands).told,
    targets: [...targets, { group: named.length, whole: false, nodes: named.at(-1)! }],
  };
}

function cellsBehind(family: ReturnType<typeof familyCells>, split: number, leaves: readonly string[]): string[] {
  const { positions } = family.splits[split]!.below;
  return leaves.flatMap((leaf) => family.cells[split]![positions.get(leaf)!]!);
}

const cases: Record<string, Groups> = {
  'managers and others': { tree: 'r=0 a<r=9 b<r=9 c<r=9', people: { a: [2], b: [3], c: [2] }, k: 2 },
  'three levels': { tree: 'r=0 a<r=8 b<r=8 c<r=8', people: { a: [2, 3], b: [2, 2], c: [3, 2] }, k: 2, band: [3, 5] },
  'three levels, few active': {
    ...{ tree: 'r=0 a<r=12 b<r=12 c<r=12', people: { a: [3, 4], b: [4, 4], c: [3, 3] }, k: 3, band: [0, 2] },
  },
  'three levels, most active': {
    ...{ tree: 'r=0 a<r=12 b<r=12 c<r=12', people: { a: [3, 4], b: [4, 4], c: [3, 3] }, k: 3, band: [10, 12] },
  },
  'many bands at each level': {
    ...{ tree: 'r=0 a<r=14 b<r=14 c<r=14', people: { a: [5, 3], b: [3, 4], c: [2, 5] }, k: 2, band: [3, 5] },
  },
  'later levels joined': {
    ...{ tree: 'r=0 a<r=12 b<r=12 c<r=14', people: { a: [5, 1], b: [5, 2], c: [4, 5] }, k: 3, band: [3, 5] },
  },
  'a node with exact totals': {
    ...{
      tree: 'r=0 x<r=0 a<x=8 b<x=8 c<x=8 d<r=8',
      people: { a: [2, 1], b: [1, 2], c: [2, 1], d: [0, 0] },
      k: 3,
      band: [3, 5],
    },
  },
  'a level missing in places': { tree: 'r=0 a<r=6 b<r=6 c<r=6', people: { a: [0, 3], b: [3, 3], c: [6, 0] }, k: 3 },
  'levels joined': {
    tree: 'r=0 x<r=0 a<x=8 b<x=8 c<r=8',
    people: { a: [1, 3], b: [2, 1], c: [4, 2] },
    k: 3,
    band: [3, 5],
  },
};

// The largest world is tried by `npm run prove`.
const tried = Object.entries(cases).filter(
  ([name]) => process.env.ESSOR_PROVE_RUNS || name !== 'many bands at each level',
);

describe('a family of populations that make up everyone', () => {
  it.each(tried)('narrows neither the totals nor its members: %s', (_, groups) => {
    const damage = damageOf(groups, familyOf(groups));
    expect(damage).toMatchObject({ totals: 0, populations: 0, sharp: 0 });
  });

  it('leaves to the last what the others left of the total', () => {
    const groups: Groups = { tree: 'r=0 a<r=60 b<r=50', people: { a: [10, 20], b: [12, 18] }, k: 10 };
    const { mask, headcounts } = maskOf(groups);
    const family = familyCells(mask, headcounts, 10);
    const totals = publishCount(mask, (cell) => cell.headcount / 2, bands);
    const published = publishFamily(family, totals, (group, cell) => headcounts[group]!.get(cell)! / 2, bands).told;
    expect(published).toHaveLength(3);
    for (const [group, table] of published.entries()) {
      for (const cell of mask.nodes.filter(isCell)) {
        const [low, high] = table.get(cell.key)!;
        const exact = headcounts[group]!.get(cell.key)! / 2;
        expect(low).toBeLessThanOrEqual(exact);
        expect(high).toBeGreaterThanOrEqual(exact);
        expect(high - low).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('is exact everywhere for k = 1 without bands, and adds up', () => {
    const groups: Groups = { tree: 'r=1 a<r=3 b<r=2', people: { a: [1, 1], b: [2, 0], 'r~direct': [0, 1] }, k: 1 };
    const { mask, headcounts } = maskOf(groups);
    const family = familyCells(mask, headcounts, 1);
    const totals = publishCount(mask, (cell) => cell.headcount, { bands: false });
    const published = publishFamily(family, totals, (group, cell) => headcounts[group]!.get(cell)!, {
      bands: false,
    }).told;
    expect(published.map((table) => table.get('r'))).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
    ]);
    expect(published.map((table) => table.get('a'))).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(published[2]!.has('b')).toBe(false);
  });
});
