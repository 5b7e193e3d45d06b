import fc from 'fast-check';
import { cellsOf } from './cells.js';
import { isCell } from './mask.js';
import { joinUntil, mayBothBeShown, type Overlap, unshownTwins } from './near-twins.js';
import { entities } from './testing/trees.js';

describe('near twins', () => {
  it.each([
    [0, true],
    [1, false],
    [9, false],
    [10, true],
  ])('%i people apart', (apart, shown) => {
    expect(mayBothBeShown(apart, 10)).toBe(shown);
  });

  it('joins consecutive groups to at least k, each exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(15)), (sizes) => {
        const joined = joinUntil(sizes, 10);
        const people = (positions: readonly number[]): number =>
          positions.reduce((sum, position) => sum + sizes[position]!, 0);
        for (const group of joined) expect(people(group)).toBeGreaterThanOrEqual(10);
        const all = sizes.map((_, position) => position);
        expect(joined.flat()).toEqual(people(all) < 10 ? [] : all);
      }),
    );
  });

  const mask = cellsOf(entities('r=0 x<r=0 a<x=300 b<x=400 c<r=500 d<r=600'), { k: 10 });
  const cells = ['a', 'b', 'c', 'd'];
  /** By cell: people of the first population, of the second, of both. */
  function overlaps(people: readonly (readonly [one: number, other: number, both: number])[]): Overlap[] {
    return cells.flatMap((cell, at): Overlap[] => {
      const [one, other, both] = people[at]!;
      const headcount = mask.nodes.find(({ key }) => key === cell)!.headcount;
      return [
        { cell, one: 'everyone', other: 'everyone', people: headcount },
        { cell, one: 'managers', other: 'managers', people: one },
        { cell, one: 'wave-1', other: 'wave-1', people: other },
        { cell, one: 'managers', other: 'wave-1', people: both },
      ];
    });
  }
  const places = (people: readonly (readonly [number, number, number])[]): string[] =>
    unshownTwins(mask, overlaps(people), 10).map(({ population, node }) => `${population} ${node}`);

  it('are both shown where they are far apart, or the same', () => {
    expect(
      places([
        [50, 50, 20],
        [60, 60, 60],
        [70, 40, 40],
        [80, 20, 0],
      ]),
    ).toEqual([]);
  });

  it('of which the sizes alone say nothing: the smaller is not shown, nor its smallest sibling', () => {
    const shown = [
      [50, 50, 47],
      [60, 30, 20],
      [70, 40, 10],
      [80, 20, 0],
    ] as const;
    expect(places(shown)).toEqual(['wave-1 a', 'wave-1 b']);
  });

  it('are also a population and what another leaves of everyone', () => {
    expect(
      places([
        [50, 30, 0],
        [60, 30, 0],
        [280, 224, 4],
        [80, 20, 0],
      ]),
    ).toEqual(['wave-1 c', 'wave-1 d']);
  });

  it('are given back by no subtraction', () => {
    const cell = fc.tuple(fc.nat(40), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell), (drawn) => {
        const people = drawn.map(([both, one, other]) => [both + one, both + other, both] as const);
        const found = unshownTwins(mask, overlaps(people), 10);
        const smaller = found[0]?.population;
        if (!smaller) return;
        const apart = (key: string): number => {
          const children = mask.nodes.filter(({ parent }) => parent === key);
          if (children.length > 0) return children.reduce((sum, child) => sum + apart(child.key), 0);
          const [one, other, both] = people[cells.indexOf(key)]!;
          return one + other - 2 * both;
        };
        const size = (key: string, which: 0 | 1): number => {
          const children = mask.nodes.filter(({ parent }) => parent === key);
          if (children.length > 0) return children.reduce((sum, child) => sum + size(child.key, which), 0);
          return people[cells.indexOf(key)]![which];
        };
        const isShown = (key: string): boolean =>
          Math.min(size(key, 0), size(key, 1)) >= 10 && !found.some(({ node }) => node === key);
        /** What a place less all that is shown below it is about. */
        const open = (key: string): number =>
          mask.nodes
            .filter(({ parent }) => parent === key)
            .reduce(
              (sum, { key: child }) => sum + (isShown(child) ? 0 : hasShown(child) ? open(child) : apart(child)),
              0,
            );
        const hasShown = (key: string): boolean =>
          mask.nodes.some(({ key: child, parent }) => parent === key && (isShown(child) || hasShown(child)));
        for (const { key } of mask.nodes.filter((node) => !isCell(node))) {
          if (
            !isShown(key) ||
            !mask.nodes.some(({ parent, key: child }) => parent === key && found.some(({ node }) => node === child))
          )
            continue;
          expect(mayBothBeShown(open(key), 10)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
