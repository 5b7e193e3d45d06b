import fc from 'fast-check';
import {
  type Cluster,
  clusteredDifference,
  clusteredShare,
  designEffect,
  intraclassCorrelation,
  leastIntraclassCorrelation,
  sizesOf,
} from './cluster.js';
import { exactly } from './interval.js';
import { intraclassCorrelationOver } from './largest-likeness.js';
import { newcombe } from './two-proportions.js';

const repeat = (count: number, cluster: Cluster) => Array.from({ length: count }, () => cluster);

test.each([
  [0.01, 5.99, 668],
  [0.05, 25.95, 154],
])(
  '500 people an entity and a correlation of %f: a design effect of %f, 4,000 people count as %i',
  (icc, effect, n) => {
    expect(designEffect(500, icc)).toBeCloseTo(effect, 10);
    expect(Math.round(clusteredShare(repeat(8, { events: 100, size: 500 }), icc)!.effectiveN)).toBe(n);
  },
);

test('entities of different sizes weigh more than equal ones', () => {
  const { mean, cv } = sizesOf([
    { events: 0, size: 100 },
    { events: 0, size: 300 },
  ]);
  expect([mean, cv]).toEqual([200, 0.5]);
  expect(designEffect(mean, 0.05, cv)).toBeCloseTo(1 + (1.25 * 200 - 1) * 0.05, 12);
});

test('entities all alike inside correlate fully, entities as different as chance makes them not at all', () => {
  const all = [...repeat(3, { events: 20, size: 20 }), ...repeat(3, { events: 0, size: 20 })];
  expect(intraclassCorrelation([all])).toBe(1);
  expect(intraclassCorrelation([repeat(6, { events: 5, size: 20 })])).toBe(0);
});

// One-way table by hand: MSB = 10 · 0.08 / 1, MSW = 4.2 / 18, n0 = 10, so ρ = (0.8 − 0.2333) / (0.8 + 9 · 0.2333).
test('two entities of ten: the table of the analysis of variance', () => {
  const icc = intraclassCorrelation([
    [
      { events: 3, size: 10 },
      { events: 7, size: 10 },
    ],
  ])!;
  expect(icc).toBeCloseTo((0.8 - 4.2 / 18) / (0.8 + (9 * 4.2) / 18), 12);
});

test('a difference between the sides is no likeness of entities', () => {
  const [high, low] = [repeat(5, { events: 16, size: 20 }), repeat(5, { events: 4, size: 20 })];
  expect(intraclassCorrelation([high, low])).toBe(0);
  expect(intraclassCorrelation([[...high, ...low]])).toBeGreaterThan(0.3);
});

test('what cannot be estimated is null', () => {
  expect(intraclassCorrelation([[{ events: 3, size: 10 }], [{ events: 1, size: 10 }]])).toBeNull();
  expect(intraclassCorrelation([repeat(4, { events: 0, size: 10 })])).toBeNull();
  expect(clusteredDifference([], repeat(4, { events: 1, size: 10 }))).toBeNull();
  expect(clusteredShare([], 0.1)).toBeNull();
});

// 8 organisations of 500 against 142 of 500: the pilot and the rollout of the dictionary.
test('with a design effect of 26 the three points of the pilot prove nothing', () => {
  const [pilot, rollout] = [repeat(8, { events: 100, size: 500 }), repeat(142, { events: 85, size: 500 })];
  const plain = newcombe(800, 4_000, 12_070, 71_000);
  const { value, low, high, test, first } = clusteredDifference(pilot, rollout, 0.05)!;
  expect(value).toBeCloseTo(plain.value, 12);
  expect(plain.low).toBeGreaterThan(0);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(plain.high);
  expect(test!.z).toBeCloseTo(4.896 / Math.sqrt(25.95), 2);
  expect(first.clusters).toBe(8);
});

const side = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true })).map(([size, share]) => ({
    size,
    events: Math.floor(share * size),
  })),
  { minLength: 2, maxLength: 12 },
);

test('the correction never narrows, and swapping the sides turns the difference round', () => {
  fc.assert(
    fc.property(side, side, (first, second) => {
      const there = clusteredDifference(first, second);
      const back = clusteredDifference(second, first);
      if (!there || !back) return;
      expect(there.icc).toBeGreaterThanOrEqual(0);
      expect(there.icc).toBeLessThanOrEqual(1);
      expect(there.value).toBeCloseTo(-back.value, 10);
      expect(there.low).toBeCloseTo(-back.high, 10);
      const people = (clusters: Cluster[], of: keyof Cluster) => clusters.reduce((n, one) => n + one[of], 0);
      expect(there.first.effectiveN).toBeLessThanOrEqual(people(first, 'size') + 1e-9);
      const plain = newcombe(
        people(first, 'events'),
        people(first, 'size'),
        people(second, 'events'),
        people(second, 'size'),
      );
      expect(there.high - there.low).toBeGreaterThanOrEqual(plain.high - plain.low - 1e-9);
    }),
  );
});

const banded = fc.array(
  fc
    .record({ size: fc.integer({ min: 5, max: 90 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .chain(({ size, share }) =>
      fc.record({ width: fc.integer({ min: 0, max: 4 }), at: fc.integer({ min: 0, max: 4 }) }).map(({ width, at }) => {
        const low = Math.floor(share * (size - width));
        return { size, width, inside: low + Math.min(at, width), low };
      }),
    ),
  { minLength: 2, maxLength: 12 },
);

test('whatever the counts are within their bands, they are no less alike than the least and no more than the largest', () => {
  fc.assert(
    fc.property(banded, banded, (first, second) => {
      const told = [first, second].map((side) =>
        side.map(({ size, width, low }) => ({
          ...{ size, events: low + width / 2, numerator: { low, high: low + width } },
        })),
      );
      const exact = [first, second].map((side) =>
        side.map(({ size, inside }) => ({ size, events: inside, numerator: exactly(inside) })),
      );
      const inside = intraclassCorrelation(exact);
      expect(leastIntraclassCorrelation(exact)).toBe(inside);
      expect(intraclassCorrelationOver(exact)).toBe(inside);
      if (inside === null) return;
      expect(leastIntraclassCorrelation(told)!).toBeLessThanOrEqual(inside + 1e-9);
      expect(intraclassCorrelationOver(told)!).toBeGreaterThanOrEqual(inside - 1e-8);
    }),
  );
});

test('four entities near 100 % are not all or nothing because their bands hold all', () => {
  const side = (
    [
      [11, 13, 13],
      [26, 28, 28],
      [10, 12, 12],
      [42, 44, 44],
    ] as const
  ).map(([low, high, size]) => ({ size, events: (low + high) / 2, numerator: { low, high } }));
  // The most alike that whole people within these bands can be, counted out.
  let most = 0;
  const counted = (at: number, events: readonly number[]): void => {
    if (at === side.length) {
      const found = intraclassCorrelation([side.map(({ size }, place) => ({ size, events: events[place]! }))]);
      most = Math.max(most, found ?? 0);
      return;
    }
    const { low, high } = side[at]!.numerator;
    for (let x = low; x <= high; x += 1) counted(at + 1, [...events, x]);
  };
  counted(0, []);
  const largest = intraclassCorrelationOver([side])!;
  expect(largest).toBeGreaterThanOrEqual(most);
  expect(largest).toBeLessThan(most + 0.1);
  expect(most).toBeCloseTo(0.168, 3);
});
