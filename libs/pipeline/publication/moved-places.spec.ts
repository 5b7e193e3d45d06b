import fc from 'fast-check';
import { cellsOf } from '#domain/mask/cells.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { publishCount } from '#domain/mask/publish-count.js';
import { attackRuns } from '#domain/mask/testing/attack-runs.js';
import { entities } from '#domain/mask/testing/trees.js';
import { movedAgain, movedPlaces } from './moved-places.js';

const k = 10;
jest.setTimeout(60_000 + attackRuns(0) * 40);

/** Every set of cells that the numbers told anew single out: a place less any told ones below it. */
function differences(mask: Mask, told: ReadonlySet<string>): string[][] {
  const cellsIn = (key: string): string[] => {
    const below = mask.nodes.filter(({ parent }) => parent === key);
    return below.length === 0 ? [key] : below.flatMap(({ key }) => cellsIn(key));
  };
  const cuts = (key: string): string[][] => {
    const below = mask.nodes.filter(({ parent }) => parent === key);
    const within = below.reduce<string[][]>(
      (all, child) => all.flatMap((cut) => cuts(child.key).map((more) => [...cut, ...more])),
      [[]],
    );
    return told.has(key) ? [...within, cellsIn(key)] : within;
  };
  return [...told].flatMap((key) => {
    const below = mask.nodes.filter(({ parent }) => parent === key);
    const all = below.reduce<string[][]>(
      (found, child) => found.flatMap((cut) => cuts(child.key).map((more) => [...cut, ...more])),
      [[]],
    );
    return all.map((cut) => cellsIn(key).filter((cell) => !cut.includes(cell))).filter((left) => left.length > 0);
  });
}

describe('over drawn trees', () => {
  const trees = [
    'r=0 a<r=300 b<r=30 c<r=30 d<r=30 e<r=30 f<r=30 g<r=30',
    'r=0 x<r=0 a<x=250 b<x=40 y<r=0 c<y=220 d<y=300 e<y=15',
    'r=20 x<r=0 a<x=400 b<x=210 y<r=230 z<r=12',
  ].map((tree) => cellsOf(entities(tree), { k }));
  const changes = (cells: number) =>
    fc.array(fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constant(0), fc.integer({ min: -40, max: 60 })), {
      minLength: cells,
      maxLength: cells,
    });
  const drawn = fc.nat(trees.length - 1).chain((which) => {
    const cells = trees[which]!.nodes.filter(isCell);
    return fc.record({
      mask: fc.constant(trees[which]!),
      cells: fc.constant(cells),
      before: fc.tuple(...cells.map(({ headcount }) => fc.nat(headcount))),
      late: changes(cells.length),
      later: changes(cells.length),
    });
  });
  type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;

  /** The week as it was closed, as it was counted with what came late, and with what came later still. */
  function countsOf({ cells, before, late, later }: Drawn): Map<string, number>[] {
    const after = (then: readonly number[], more: readonly number[]) =>
      then.map((value, at) => Math.min(cells[at]!.headcount, Math.max(0, value + more[at]!)));
    const second = after(before, late);
    return [before, second, after(second, later)].map(
      (values) => new Map(cells.map(({ key }, at) => [key, values[at]!])),
    );
  }

  /** Fewest people who changed in any set that is singled out between two times, by the places told at both. */
  function fewest(
    { mask, cells }: Drawn,
    [then, now]: readonly Map<string, number>[],
    told: ReadonlySet<string>,
  ): number {
    const changed = new Map(cells.map(({ key }) => [key, Math.abs(now!.get(key)! - then!.get(key)!)]));
    return Math.min(...differences(mask, told).map((set) => set.reduce((sum, cell) => sum + changed.get(cell)!, 0)));
  }

  const publish = ({ mask }: Drawn, values: ReadonlyMap<string, number>) =>
    publishCount(mask, ({ key }) => values.get(key)!, { bands: true });

  function fewestOnce(world: Drawn, choose: typeof movedPlaces): number {
    const [then, now] = countsOf(world) as [Map<string, number>, Map<string, number>];
    const [one, other] = [publish(world, then), publish(world, now)];
    return fewest(world, [then, now], new Set(choose(world.mask, (node) => [one.get(node), other.get(node)], k)));
  }

  /** Over three statements, each held against each. */
  function fewestTwice(world: Drawn, again: typeof movedAgain): number {
    const counts = countsOf(world);
    const [one, two, three] = counts.map((values) => publish(world, values));
    const second = movedPlaces(world.mask, (node) => [one!.get(node), two!.get(node)], k);
    const said = new Map([...one!, ...second.map((node) => [node, two!.get(node)!] as const)]);
    const earlier = Object.fromEntries(second.map((node) => [node, [one!.get(node)!]]));
    const statements = (node: string) => [said.get(node), three!.get(node)] as const;
    const third = second.length > 0 ? again(world.mask, earlier, statements, k) : [];
    // Where all is as it was at first, the two statements are one.
    const isBack = third.every((node) => one!.get(node)!.join() === three!.get(node)!.join());
    return Math.min(
      fewest(world, [counts[0]!, counts[1]!], new Set(second)),
      fewest(world, [counts[0]!, counts[2]!], new Set(isBack ? [] : third)),
      fewest(world, [counts[1]!, counts[2]!], new Set(third.filter((node) => second.includes(node)))),
    );
  }

  it('no set of places that can be singled out by subtraction is about fewer than k people', () => {
    fc.assert(
      fc.property(drawn, (world) => expect(fewestOnce(world, movedPlaces)).toBeGreaterThanOrEqual(k)),
      { numRuns: attackRuns(1000) },
    );
  });

  it('is caught where each place is asked alone', () => {
    const alone: typeof movedPlaces = ({ nodes }, statements) =>
      nodes.flatMap(({ key }) => {
        const [from, to] = statements(key);
        return from && to && (to[0] - from[1] >= k || from[0] - to[1] >= k) ? [key] : [];
      });
    const found = fc.check(
      fc.property(drawn, (world) => fewestOnce(world, alone) >= k),
      { numRuns: 1000 },
    );
    expect(found.failed).toBe(true);
  });

  it('nor between any two of several statements', () => {
    fc.assert(
      fc.property(drawn, (world) => expect(fewestTwice(world, movedAgain)).toBeGreaterThanOrEqual(k)),
      { numRuns: attackRuns(1000) },
    );
  });

  it('is caught where a week is held against the last statement alone', () => {
    const last: typeof movedAgain = (mask, _, statements) => movedPlaces(mask, statements, k);
    const found = fc.check(
      fc.property(drawn, (world) => fewestTwice(world, last) >= k),
      { numRuns: 3000, seed: 1 },
    );
    expect(found.failed).toBe(true);
  });
});
