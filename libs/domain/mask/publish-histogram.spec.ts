import fc from 'fast-check';
import { type Interval } from './bands.js';
import { cellsOf } from './cells.js';
import { isCell, layerOf, type Mask } from './mask.js';
import { joinUntil } from './near-twins.js';
import { publishCount } from './publish-count.js';
import { publishHistogram } from './publish-histogram.js';
import { type Bins, damageOf, type Publish } from './testing/histograms.js';
import { entities } from './testing/trees.js';

const rule =
  (k: number, size: number): Publish =>
  (mask, totals, bins, value) =>
    publishHistogram(mask, totals, bins, value, { k, size, bands: true });

const two = 'r=0 a<r=8 b<r=8';
const three = 'r=0 a<r=8 b<r=8 c<r=8';
const deep = 'r=0 x<r=0 a<x=9 b<x=9 c<r=9 d<r=9';
const worlds: Record<string, { world: Bins; k: number; size: number }> = {
  'one cell, four bins': { world: { tree: 'r=20', cell: 5, bins: 4, set: [9, 11] }, k: 3, size: 5 },
  'two cells': { world: { tree: two, cell: 5, bins: 3, set: [6, 8] }, k: 2, size: 5 },
  'two cells, higher k': { world: { tree: two, cell: 5, bins: 3, set: [6, 8] }, k: 3, size: 5 },
  'two cells joined': { world: { tree: two, cell: 5, bins: 3, set: [6, 8] }, k: 2, size: 7 },
  'two cells, size known': { world: { tree: two, cell: 5, bins: 3, set: [8, 8] }, k: 2, size: 5 },
  'three cells': { world: { tree: three, cell: 5, bins: 2, set: [6, 8] }, k: 2, size: 5 },
  'three cells, size known': { world: { tree: three, cell: 5, bins: 2, set: [8, 8] }, k: 2, size: 5 },
  'cells at two depths, size known': { world: { tree: deep, cell: 5, bins: 2, set: [9, 9] }, k: 2, size: 5 },
};

/** Each place joins its own bins until they hold k: the obvious rule. */
const byPlace: Publish = (mask, _, bins, value) => {
  const all = Array.from({ length: bins }, (_, bin) => bin);
  const { parents } = layerOf(mask);
  const totals = mask.nodes.map(() => all.map(() => 0));
  for (let place = mask.nodes.length - 1; place >= 0; place--) {
    const node = mask.nodes[place]!;
    if (isCell(node)) all.forEach((bin) => (totals[place]![bin] = value(bin, node.key)));
    const parent = totals[parents[place]!];
    if (parent) all.forEach((bin) => (parent[bin]! += totals[place]![bin]!));
  }
  const counts = all.map(() => new Map<string, Interval>());
  mask.nodes.forEach(({ key }, place) => {
    const joined = joinUntil(totals[place]!, 3);
    joined.forEach((run, number) => {
      const people = run.reduce((sum, bin) => sum + totals[place]![bin]!, 0);
      counts[number]!.set(key, [people, people]);
    });
  });
  return { cells: mask, bins: all.map((bin) => [bin]), counts };
};

/** Every bin a volume of its own, beside the total: the last one hidden is what the others leave. */
const beside: Publish = (mask, totals, bins, value) => {
  const honest = publishHistogram(mask, totals, bins, value, { k: 1, size: 1, bands: false });
  const counts = honest.counts.map(
    (table) =>
      new Map([...table].map(([key, [low, high]]) => [key, low < 3 ? ([0, 2] as const) : ([low, high] as const)])),
  );
  return { ...honest, counts };
};

describe('a histogram of people', () => {
  it.each(Object.entries(worlds))('narrows neither the set nor any bin: %s', (_, { world, k, size }) => {
    const damage = damageOf(world, rule(k, size));
    expect(damage).toMatchObject({ excluded: 0, sharp: 0 });
    expect(damage.exact).toBeGreaterThan(0);
  });

  it('is caught by the same attacker when places join bins on their own, or bins stand alone beside the total', () => {
    const { world } = worlds['two cells']!;
    const [apart, alone] = [damageOf(world, byPlace), damageOf(world, beside)];
    expect(apart.excluded + apart.sharp).toBeGreaterThan(0);
    expect(alone.excluded + alone.sharp).toBeGreaterThan(0);
  });

  it('covers every bin once, tells the truth, adds up, and never shows a small count as none', () => {
    const cell = fc.array(fc.nat(120), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (counts) => {
        const staff = counts.map((bins) => bins.reduce((sum, bin) => sum + bin, 0) + 40);
        const mask = cellsOf(entities(`r=0 ${staff.map((people, place) => `c${place}<r=${people}`).join(' ')}`), {
          k: 10,
        });
        const cells = mask.nodes.filter(isCell).map(({ key }) => key);
        const value = (bin: number, key: string): number =>
          key === 'r' ? counts.reduce((sum, bins) => sum + bins[bin]!, 0) : counts[Number(key.slice(1))]![bin]!;
        const set = (key: string): number => [0, 1, 2, 3, 4, 5].reduce((sum, bin) => sum + value(bin, key), 0);
        const totals = publishCount(mask, ({ key }) => set(key), { bands: true });
        const { bins, counts: told, cells: where } = publishHistogram(mask, totals, 6, value, { k: 10, bands: true });
        if (totals.get('r')![0] < 200) expect(bins).toEqual([]);
        else expect(bins.flat()).toEqual([0, 1, 2, 3, 4, 5]);
        bins.forEach((run, number) => {
          for (const node of where.nodes.filter(isCell)) {
            const inside = cells.filter((key) => node.entities.includes(key) || node.vacant.includes(key));
            const exact = inside.reduce((sum, key) => sum + run.reduce((all, bin) => all + value(bin, key), 0), 0);
            const [low, high] = told[number]!.get(node.key)!;
            expect(low).toBeLessThanOrEqual(exact);
            expect(high).toBeGreaterThanOrEqual(exact);
            if (exact < 3) expect([low, high]).toEqual([0, 2]);
          }
        });
      }),
    );
  });

  it('joins small bins with the next, and leaves the last to what remains', () => {
    const mask: Mask = cellsOf(entities('r=0 a<r=300 b<r=280'), { k: 10 });
    const counts = { a: [120, 60, 4, 30, 10, 2, 5], b: [100, 40, 3, 50, 12, 3, 4] };
    const value = (bin: number, cell: string): number => counts[cell as 'a' | 'b'][bin]!;
    const totals = new Map([
      ['r', [443, 443]],
      ['a', [231, 231]],
      ['b', [212, 212]],
    ] as [string, Interval][]);
    const { bins, counts: told } = publishHistogram(mask, totals, 7, value, { k: 10, bands: true });
    expect(bins).toEqual([[0], [1], [2, 3], [4, 5, 6]]);
    expect(told.map((table) => table.get('a'))).toEqual([
      [120, 120],
      [60, 60],
      [34, 34],
      [17, 17],
    ]);
    expect(told.map((table) => table.get('r'))).toEqual([
      [220, 220],
      [100, 100],
      [87, 87],
      [36, 36],
    ]);
  });

  it('is exact bin by bin for k = 1 without bands', () => {
    const mask = cellsOf(entities('r=1 a<r=3'), { k: 1 });
    const totals = publishCount(mask, ({ headcount }) => headcount, { bands: false });
    const { bins, counts } = publishHistogram(mask, totals, 2, (bin) => bin, { k: 1, bands: false });
    expect(bins).toEqual([[0], [1]]);
    expect(counts.map((table) => table.get('r'))).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  it('refuses a set whose size is not published everywhere', () => {
    const mask = cellsOf(entities('r=0 a<r=300 b<r=280'), { k: 10 });
    const totals = new Map([['r', [400, 400] as const]]);
    expect(() => publishHistogram(mask, totals, 2, () => 1, { k: 10, bands: true })).toThrow('unpublished_total');
  });
});
