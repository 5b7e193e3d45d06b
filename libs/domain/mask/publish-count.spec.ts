import fc from 'fast-check';
import { bandOf, type Interval } from './bands.js';
import { cellsOf } from './cells.js';
import { type EntityNode, isCell, type Mask } from './mask.js';
import { publishCount } from './publish-count.js';
import { awareAttack, bitsOf, linearAttack, statesOf, type World } from './testing/attackers.js';
import { entities } from './testing/trees.js';

type Publish = (mask: Mask, value: (key: string) => number) => ReadonlyMap<string, Interval>;

const publish: Publish = (mask, value) => publishCount(mask, (cell) => value(cell.key), { bands: true });

function tree(text: string): Mask {
  return cellsOf(entities(text), { k: 2 });
}

function worldOf(mask: Mask, rule: Publish): World {
  const cells = mask.nodes.filter(isCell);
  const positions = new Map(cells.map((cell, position) => [cell.key, position]));
  return {
    sizes: cells.map((cell) => cell.headcount + 1),
    publish: (state) => [rule(mask, (key) => state[positions.get(key)!]!)],
    secrets: (state) => state,
  };
}

/** Bands of cells of which an attacker who knows the rule can exclude a value. */
function narrowed(mask: Mask, rule: Publish): number {
  const cells = mask.nodes.filter(isCell);
  let count = 0;
  for (const {
    published: [published],
    possible,
  } of awareAttack(worldOf(mask, rule))) {
    cells.forEach((cell, position) => {
      if (possible[position] !== bitsOf(published!.get(cell.key)!)) count++;
    });
  }
  return count;
}

/** Any rule for nodes, from the total and the sums over the units. */
function variant(rule: (total: number, low: number, high: number, width: number) => Interval): Publish {
  return (mask, value) => {
    const totals = new Map<string, number>();
    const published = new Map<string, Interval>();
    for (const node of [...mask.nodes].reverse()) {
      const units = mask.nodes.filter((unit) => unit.parent === node.key);
      const intervals = units.map((unit) => published.get(unit.key)!);
      const add = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);
      const total = isCell(node) ? value(node.key) : add(units.map((unit) => totals.get(unit.key)!));
      const [low, high] = [add(intervals.map(([end]) => end)), add(intervals.map(([, end]) => end))];
      const width = Math.max(...intervals.map(([from, to]) => to - from));
      totals.set(node.key, total);
      published.set(
        node.key,
        isCell(node) ? bandOf(total, node.headcount, { bands: true }) : rule(total, low, high, width),
      );
    }
    return published;
  };
}

const ends = (total: number, low: number, high: number, width: number): Interval => {
  if (high - low < 2 * width + 1) return [low, high];
  return total <= low + width ? [low, low + width] : [high - width, high];
};
const lax = variant((total, low, high, width) =>
  low === high || (low + width <= total && total <= high - width) ? [total, total] : ends(total, low, high, width),
);
const exactEverywhere = variant((total) => [total, total]);

const flat = tree('r=0 a<r=5 b<r=5 c<r=5 d<r=6 e<r=8');
const uneven = tree('r=4 a<r=8 b<r=4 c<r=5 d<r=6');
const twoSites = tree('r=0 fr<r=0 f1<fr=5 f2<fr=5 f3<fr=5 de<r=5 d1<de=5 it<r=5');
const deep = tree('r=0 a<r=0 a1<a=0 x<a1=5 y<a1=5 z<a1=5 a2<a=5 b<r=8');
const worlds = { flat, uneven, twoSites, deep };

describe('the unit rule', () => {
  it.each(Object.entries(worlds))('leaves every cell its whole band, over all states of %s', (_, mask) => {
    expect(mask.nodes.filter(isCell).length).toBeGreaterThanOrEqual(5);
    expect(narrowed(mask, publish)).toBe(0);
  });

  it('keeps a large exact cell from pinning the small ones beside it', () => {
    const mask = tree('r=0 big<r=200 a<r=5 b<r=6 c<r=5');
    const cells = mask.nodes.filter(isCell);
    const big = cells.findIndex((cell) => cell.key === 'big');
    const world = worldOf(mask, publish);
    // The large cell is exact: only its class matters, and its own bits would not fit a number.
    const small = { ...world, secrets: (state: readonly number[]) => state.filter((_, position) => position !== big) };
    const others = cells.filter((cell) => cell.key !== 'big');
    for (const {
      published: [published],
      possible,
    } of awareAttack(small)) {
      others.forEach((cell, position) => expect(possible[position]).toBe(bitsOf(published!.get(cell.key)!)));
    }
  });

  it('leaves every cell its whole band on generated trees', () => {
    const size = fc.integer({ min: 3, max: 8 });
    const parents = fc.array(fc.tuple(fc.nat(3), size), { minLength: 3, maxLength: 4 });
    fc.assert(
      fc.property(parents, fc.nat(6), (rows, own) => {
        const children = rows.map(([parent, headcount], position): EntityNode => {
          return { key: `e${position}`, parent: parent < position ? `e${parent}` : 'r', headcount };
        });
        const mask = cellsOf([{ key: 'r', parent: null, headcount: own }, ...children], { k: 3 });
        expect(narrowed(mask, publish)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('is caught by the same attacker when its signs are lax, or when every total is exact', () => {
    expect(narrowed(flat, lax)).toBeGreaterThan(0);
    expect(narrowed(deep, lax)).toBeGreaterThan(0);
    expect(narrowed(flat, exactEverywhere)).toBeGreaterThan(0);
  });

  it('says no more to those who know it than to those who only add and subtract', () => {
    const mask = tree('r=0 a<r=0 x<a=5 y<a=5 z<a=5 b<r=5');
    const world = worldOf(mask, publish);
    const cells = mask.nodes.filter(isCell).map((cell) => cell.key);
    const sums = (state: readonly number[]): Map<string, number> => {
      const byKey = new Map(cells.map((key, position) => [key, state[position]!]));
      return new Map(
        [...publishCount(mask, (cell) => byKey.get(cell.key)!, { bands: false })].map(([key, [total]]) => [key, total]),
      );
    };
    for (const {
      published: [published],
      possible,
    } of awareAttack(world).slice(0, 40)) {
      expect(linearAttack(world, published!, sums)).toEqual(possible);
    }
  });

  it.each([0, 2, 97, 100])('pins nobody at a rate of %i %%', (rate) => {
    const mask = tree(`r=0 ${Array.from({ length: 12 }, (_, i) => `s${i}<r=${10 + i}`).join(' ')}`);
    const published = publishCount(mask, (cell) => Math.round((cell.headcount * rate) / 100), { bands: true });
    for (const cell of mask.nodes.filter(isCell)) {
      const [low, high] = published.get(cell.key)!;
      expect(high - low).toBeGreaterThanOrEqual(2);
    }
    const [low, high] = published.get('r')!;
    if (rate % 100 === 0) expect(high - low).toBeGreaterThanOrEqual(2);
  });

  it('shows exact totals at most nodes of ten cells or more', () => {
    const mask = tree(`r=0 ${Array.from({ length: 10 }, (_, i) => `s${i}<r=20`).join(' ')}`);
    const published = publishCount(mask, () => 7, { bands: true });
    expect(published.get('r')).toEqual([70, 70]);
  });

  it('is exact above nodes that say nothing new, since a cell moves them by no more than its own band', () => {
    const mask = tree('r=0 a<r=0 b<r=0 a1<a=20 a2<a=20 b1<b=20 b2<b=20');
    const published = publishCount(mask, () => 7, { bands: true });
    expect(['a', 'b', 'r'].map((key) => published.get(key))).toEqual([
      [12, 16],
      [12, 16],
      [28, 28],
    ]);
  });

  it('is exact everywhere for k = 1 without bands', () => {
    const mask = cellsOf(entities('r=1 a<r=3 b<r=0'), { k: 1 });
    const published = publishCount(mask, (cell) => cell.headcount, { bands: false });
    expect(Object.fromEntries(published)).toEqual({ r: [4, 4], 'r~direct': [1, 1], a: [3, 3], b: [0, 0] });
  });

  it('publishes an organisation of one cell as a band', () => {
    const mask = cellsOf([{ key: 'r', parent: null, headcount: 12 }], { k: 10 });
    expect([...publishCount(mask, () => 12, { bands: true })]).toEqual([['r', [10, 12]]]);
  });

  it('visits every state once', () => {
    expect([...statesOf([2, 3])].length).toBe(6);
  });
});
