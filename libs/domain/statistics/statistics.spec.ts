import fc from 'fast-check';
import { exactly } from './interval.js';
import { twoSided } from './distributions.js';
import { twoProportionTest } from './two-proportion-test.js';
import { differenceOver, newcombe, ratioOver } from './two-proportions.js';
import { wilson, wilsonCorrected, wilsonOver } from './wilson.js';

test.each([
  [12_750, 75_000, 0.16733, 0.17271],
  [45_000, 75_000, 0.59649, 0.6035],
  [7, 10, 0.39678, 0.89221],
  [0, 12, 0, 0.24249],
  [12, 12, 0.75751, 1],
  [17, 100, 0.10894, 0.25548],
])('Wilson of %i/%i is %f to %f', (x, n, low, high) => {
  const interval = wilson(x, n);
  expect(interval.low.toFixed(5)).toBe(low.toFixed(5));
  expect(interval.high.toFixed(5)).toBe(high.toFixed(5));
});

// Newcombe 1998, table I.
test.each([
  [81, 263, 0.2535, 0.3682],
  [15, 148, 0.0598, 0.1644],
])('with continuity correction %i/%i gives %f to %f', (x, n, low, high) => {
  const { low: below, high: above } = wilsonCorrected(x, n);
  expect([below.toFixed(4), above.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
});

// Points, as printed in the dictionary of indicators.
test.each([
  [800, 4_000, 12_070, 71_000, '3.00', '1.76', '4.30'],
  [12, 40, 20, 100, '10.0', '-4.87', '26.81'],
  [25, 100, 17, 100, '8.0', '-3.34', '19.13'],
])('Newcombe of %i/%i against %i/%i is %s points, %s to %s', (x1, n1, x2, n2, value, low, high) => {
  const points = (share: number, like: string) => (share * 100).toFixed(like.split('.')[1]!.length);
  const difference = newcombe(x1, n1, x2, n2);
  expect([points(difference.value, value), points(difference.low, low), points(difference.high, high)]).toEqual([
    value,
    low,
    high,
  ]);
});

test.each([
  [800, 4_000, 12_070, 71_000, 4.896, 9.8e-7],
  [12, 40, 20, 100, 1.273, 0.203],
  [25, 100, 17, 100, 1.389, 0.165],
])('the test of %i/%i against %i/%i: z = %f, p = %f', (x1, n1, x2, n2, z, p) => {
  const test = twoProportionTest(x1, n1, x2, n2)!;
  expect(test.z).toBeCloseTo(z, 3);
  expect(test.p / p).toBeCloseTo(1, 2);
});

test('the normal tail is that of the tables', () => {
  expect(twoSided(0)).toBeCloseTo(1, 7);
  expect(twoSided(1.959963984540054)).toBeCloseTo(0.05, 9);
  expect(twoSided(-2.5758293035489)).toBeCloseTo(0.01, 9);
});

test('nobody to test against gives no test', () => {
  expect(twoProportionTest(0, 10, 0, 20)).toBeNull();
  expect(twoProportionTest(10, 10, 20, 20)).toBeNull();
});

const published = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(10))
  .map(([n, wide, share, band]) => {
    const low = Math.floor(share * n);
    return { numerator: { low, high: Math.min(n, low + band) }, denominator: { low: n, high: n + wide } };
  });

test('the interval over both ends holds the interval of every count inside', () => {
  fc.assert(
    fc.property(published, fc.nat(), fc.nat(), ({ numerator, denominator }, i, j) => {
      const x = numerator.low + (i % (numerator.high - numerator.low + 1));
      const n = denominator.low + (j % (denominator.high - denominator.low + 1));
      const whole = wilsonOver(numerator, denominator)!;
      const one = wilson(x, n);
      expect(whole.low).toBeLessThanOrEqual(one.low + 1e-12);
      expect(whole.high).toBeGreaterThanOrEqual(one.high - 1e-12);
    }),
  );
});

test('exact counts lose nothing by being intervals', () => {
  expect(wilsonOver(exactly(17), exactly(100))).toEqual(wilson(17, 100));
  const [first, second] = [
    { numerator: exactly(25), denominator: exactly(100) },
    { numerator: exactly(17), denominator: exactly(100) },
  ];
  expect(differenceOver(first, second)).toEqual(newcombe(25, 100, 17, 100));
  expect(ratioOver(first, second)!.value).toBeCloseTo(1.47, 2);
});

test('a denominator that may be nobody gives no interval', () => {
  expect(wilsonOver(exactly(0), { low: 0, high: 2 })).toBeNull();
});

test('swapping both sides turns the difference round', () => {
  fc.assert(
    fc.property(published, published, (first, second) => {
      const [there, back] = [differenceOver(first, second)!, differenceOver(second, first)!];
      expect(there.value).toBeCloseTo(-back.value, 12);
      expect(there.low).toBeCloseTo(-back.high, 12);
      expect(there.low).toBeLessThanOrEqual(there.value + 1e-12);
      expect(there.high).toBeGreaterThanOrEqual(there.value - 1e-12);
    }),
  );
});
