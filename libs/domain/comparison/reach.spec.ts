import fc from 'fast-check';
import { exactly, type Interval } from '../statistics/interval.js';
import { designEffect } from '../statistics/cluster.js';
import { permutationTest } from '../statistics/permutation.js';
import { minimumDetectableGap } from '../statistics/power.js';
import { type Share } from '../statistics/two-proportions.js';
import { type SideClusters, siteOf } from './clusters.js';
import { isDistinct, reachOf } from './reach.js';

const side = (rates: readonly number[], size = 50, prefix = 'site'): SideClusters => ({
  byPlace: new Map(
    rates.map((rate, index) => [
      `${prefix}${index}`,
      siteOf({ numerator: exactly(rate * size), denominator: exactly(size) }),
    ]),
  ),
  ...{ hidden: 0, unit: 'site' as const, weekEnd: '2026-10-25' },
});
const shareOf = ({ byPlace }: SideClusters): Share => {
  const all = [...byPlace.values()];
  const end = (which: keyof Share, of: keyof Interval) => all.reduce((total, one) => total + one[which][of], 0);
  const sum = (which: keyof Share) => ({ low: end(which, 'low'), high: end(which, 'high') });
  return { numerator: sum('numerator'), denominator: sum('denominator') };
};
const reach = (relation: Parameters<typeof reachOf>[0], one: SideClusters, other: SideClusters) =>
  reachOf(relation, [shareOf(one), shareOf(other)], [one, other]);
const spread = (middle: number, n: number) => Array.from({ length: n }, (_, index) => middle + (index % 3) * 0.1 - 0.1);

test('eight entities against many are dealt whole: the Cnam pilot is eight organisations, not 4,000 people', () => {
  const found = reach('apart', side(spread(0.2, 8), 500), side(spread(0.17, 140), 500, 'other'));
  expect([found.method, found.clusters]).toEqual(['permutation', [8, 140]]);
  // Between people the same gap would be far beyond chance (kpis M2: z 4.9).
  expect(isDistinct(found)).toBe(false);
  expect(found.effectiveN![0]).toBeLessThan(4000);
  expect(found.corrected!.low).toBeLessThan(0);
});

test('the interval, the effective people and the detectable gap follow the design effect', () => {
  const [one, other] = [side(spread(0.4, 12)), side(spread(0.3, 12), 50, 'other')];
  const found = reach('apart', one, other);
  expect(found.method).toBe('clustered');
  const effect = designEffect(50, found.icc!);
  expect(found.designEffect).toEqual([effect, effect]);
  expect(found.effectiveN![0]).toBeCloseTo(600 / effect, 10);
  expect(found.detectable).toBeCloseTo(minimumDetectableGap(0.35, 600 / effect, 600 / effect), 10);
});

test('entities that all agree leave a gap that is distinct, and two of them none', () => {
  expect(isDistinct(reach('apart', side(Array(12).fill(0.4)), side(Array(12).fill(0.1), 50, 'other')))).toBe(true);
  for (const others of [[0.1], Array<number>(40).fill(0.1)])
    expect(reach('apart', side([0.4]), side(others))).toMatchObject({ refusal: 'one_site', p: null });
  expect(reach('apart', side([]), side([0.1, 0.2]))).toMatchObject({ refusal: 'sites_hidden', method: null });
});

test('the same places twice are compared with themselves', () => {
  const found = reach('paired', side([0.5, 0.6, 0.7, 0.4, 0.9, 0.3]), side([0.4, 0.5, 0.6, 0.3, 0.8, 0.2]));
  // All six rose: of 64 ways of giving the signs two are as far out.
  expect([found.method, found.p]).toEqual(['paired', 2 / 64]);
  const fewer = reach('paired', side([0.5, 0.6, 0.7, 0.4, 0.9, 0.3]), {
    ...side([0.4, 0.5, 0.6, 0.3, 0.8]),
    hidden: 2,
  });
  expect([fewer.clusters, fewer.hidden].flat()).toEqual([5, 5, 1, 2]);
});

test('a side published as twenty at most of forty-one is compared with nothing', () => {
  const wide = { numerator: { low: 0, high: 20 }, denominator: exactly(41) };
  const other = side(spread(0.2, 12), 50, 'other');
  const found = reachOf('apart', [wide, shareOf(other)], [side([0.24, 0.25, 0.22]), other]);
  expect(found).toMatchObject({ refusal: 'too_wide', p: null, corrected: null });
  expect(found.published.low).toBeCloseTo(-0.2, 10);
  expect(found.published.high).toBeCloseTo(20 / 41 - 0.2, 10);
});

test('what is published as an interval widens the corrected one, and no gap is distinct across its ends', () => {
  const [one, other] = [side(Array(12).fill(0.32)), side(Array(12).fill(0.3), 50, 'other')];
  const exact = reach('apart', one, other);
  const banded = { numerator: { low: 150, high: 234 }, denominator: exactly(600) };
  const found = reachOf('apart', [banded, shareOf(other)], [one, other]);
  expect(found.corrected!.value).toBeCloseTo(exact.corrected!.value, 10);
  expect(found.corrected!.low).toBeLessThan(exact.corrected!.low);
  expect(found.corrected!.high).toBeGreaterThan(exact.corrected!.high);
  expect(found.p).toBeGreaterThanOrEqual(exact.p!);
  expect(isDistinct(found)).toBe(false);
  expect(found.detectable! - exact.detectable!).toBeCloseTo(84 / 600, 10);
});

test('people on both sides, and a shock on one, are refused with the reason', () => {
  expect(reach('overlapping', side([0.1, 0.2]), side([0.1, 0.2]))).toMatchObject({ refusal: 'overlap', p: null });
  const sides = [side([0.1, 0.2, 0.3]), side([0.4, 0.5, 0.6], 50, 'other')] as const;
  const shock = { key: 'l', name: 'Lockdown', startsOn: '2020-03-17', endsOn: '2020-05-10', entities: [] };
  const found = reachOf('apart', [shareOf(sides[0]), shareOf(sides[1])], sides, shock);
  expect(found).toMatchObject({ refusal: 'shock', shock: 'Lockdown', p: null, corrected: null });
});

test('few sites of published bands: the least favourable counts speak, and the gaps not refused are told', () => {
  const banded = (x: number) => siteOf({ numerator: { low: x - 2, high: x + 2 }, denominator: exactly(40) });
  const named = (counts: readonly number[], prefix: string, of = banded) => ({
    byPlace: new Map(counts.map((x, index) => [`${prefix}${index}`, of(x)])),
    ...{ hidden: 0, unit: 'site' as const, weekEnd: '2026-10-25' },
  });
  const counts = [
    [16, 18, 15, 17],
    [10, 11, 12, 9, 10, 11],
  ] as const;
  const [one, other] = [named(counts[0], 'a'), named(counts[1], 'b')];
  const exact = (x: number) => siteOf({ numerator: exactly(x), denominator: exactly(40) });
  const clear = reach('apart', named(counts[0], 'a', exact), named(counts[1], 'b', exact));
  const open = reach('apart', one, other);
  const rates = counts.map((side) => side.map((x) => x / 40));
  expect(clear.p).toBe(permutationTest(rates[0]!, rates[1]!)!.p);
  expect(open.p).toBeGreaterThan(clear.p!);
  // Of bands p is a most, of known counts it is p.
  expect([clear.atMost, open.atMost]).toEqual([false, true]);
  expect([isDistinct(clear), isDistinct(open)]).toEqual([true, open.corrected!.low > 0]);
  expect(clear.corrected!.low).toBeGreaterThan(0);
  // With two sites against two nothing is ever rejected: no interval, and no gap that could be seen.
  const few = reach('apart', side([0.4, 0.5]), side([0.1, 0.2], 50, 'other'));
  expect(few).toMatchObject({ p: 2 / 6, corrected: null, detectable: null });
});

test.each(['apart', 'paired'] as const)('%s: chance between sites is added to what bands leave open', (relation) => {
  const named = (counts: readonly number[], prefix: string): SideClusters => ({
    byPlace: new Map(
      counts.map((x, index) => [
        `${prefix}${index}`,
        siteOf({ numerator: { low: x - 2, high: x + 2 }, denominator: exactly(40) }),
      ]),
    ),
    ...{ hidden: 0, unit: 'site' as const, weekEnd: '2026-10-25' },
  });
  const sites = [
    named([6, 9, 12, 7, 10, 8, 5], 'a'),
    named([8, 6, 13, 10, 7, 8, 9], relation === 'paired' ? 'a' : 'b'),
  ] as const;
  // People are told in wider bands than the sites whose chance is read.
  const people = { numerator: { low: 45, high: 98 }, denominator: exactly(280) };
  const { corrected, published, p } = reachOf(relation, [people, people], sites);
  expect(p).toBe(1);
  expect(corrected!.low).toBeLessThan(published.low);
  expect(corrected!.high).toBeGreaterThan(published.high);
});

const band = fc
  .tuple(fc.integer({ min: 10, max: 90 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 4 }))
  .map(([size, share, width]) => {
    const low = Math.floor(share * (size - width));
    return { numerator: { low, high: low + width }, denominator: exactly(size) };
  });
const bands = (minLength: number) => fc.array(band, { minLength, maxLength: 13 });
const isBand = ({ numerator: { low, high } }: Share) => low < high;
const holdsNil = ({ low, high }: { low: number; high: number }) => low <= 0 && high >= 0;

test.each([
  ['apart', 1],
  ['apart', 10],
  ['paired', 1],
] as const)(
  '%s, from %i units on: sentence, interval and p are one statement, over all that is published',
  (relation, fewest) => {
    fc.assert(
      fc.property(bands(fewest), bands(fewest), fc.double({ min: 0, max: 1, noNaN: true }), (first, second, at) => {
        const prefixes = relation === 'paired' ? ['site', 'site'] : ['a', 'b'];
        const sides = (within: (share: Share) => Share) =>
          [first, second].map((shares, place) => ({
            byPlace: new Map(shares.map((share, index) => [`${prefixes[place]}${index}`, siteOf(within(share))])),
            ...{ hidden: 0, unit: 'site' as const, weekEnd: '2026-10-25' },
          })) as unknown as [SideClusters, SideClusters];
        const told = reach(relation, ...sides((share) => share));
        if (told.p === null) return;
        expect(isDistinct(told)).toBe(told.p < 0.05);
        if (told.corrected) {
          expect(holdsNil(told.corrected)).toBe(told.p >= 0.05);
          expect(told.corrected.low).toBeLessThanOrEqual(told.published.low);
          expect(told.corrected.high).toBeGreaterThanOrEqual(told.published.high);
        } else expect(told.p).toBeGreaterThanOrEqual(0.05);
        if (holdsNil(told.published)) expect(told.p).toBe(1);
        expect(told.atMost).toBe(sides((share) => share).some((side) => [...side.byPlace.values()].some(isBand)));
        // Whatever the counts were within their bands, they would have told a p between both and no wider interval.
        const inside = reach(
          relation,
          ...sides(({ numerator: { low, high }, denominator }) => ({
            ...{ denominator, numerator: exactly(Math.round(low + ((at * 7919 * (low + 1)) % 1) * (high - low))) },
          })),
        );
        expect(inside.p ?? 0).toBeLessThanOrEqual(told.p + 1e-9);
        expect(inside.p ?? 1).toBeGreaterThanOrEqual(told.pLeast! - 1e-9);
        if (!told.corrected || !inside.corrected) return;
        expect(inside.corrected.low).toBeGreaterThanOrEqual(told.corrected.low - 1e-9);
        expect(inside.corrected.high).toBeLessThanOrEqual(told.corrected.high + 1e-9);
      }),
      { numRuns: 120 },
    );
  },
);
