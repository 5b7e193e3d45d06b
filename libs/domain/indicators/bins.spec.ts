import fc from 'fast-check';
import { type Bin, giniOf, medianOf, shareOfTopTenth } from './bins.js';

const alone = (numbers: readonly number[]): Bin[] =>
  [...numbers].sort((a, b) => a - b).map((each) => ({ each, people: 1 }));

/** Σ (2i − n − 1) x_i / (n Σ x), person by person. */
function giniOfEach(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const total = sorted.reduce((sum, x) => sum + x, 0);
  const n = sorted.length;
  return sorted.reduce((sum, x, index) => sum + (2 * (index + 1) - n - 1) * x, 0) / (n * total);
}

test.each([
  [[1, 1, 1, 1], 0],
  // The mean difference of 1…5 over twice their mean: 1.6 / 6.
  [[1, 2, 3, 4, 5], 4 / 15],
  // One of four does everything: (n − 1) / n.
  [[0, 0, 0, 8], 0.75],
])('the Gini index of %j is %f', (numbers, expected) => {
  expect(giniOf(alone(numbers))).toBeCloseTo(expected, 12);
});

test('of the ten people of whom one makes half of it, the most active tenth makes half', () => {
  expect(shareOfTopTenth(alone([1, 1, 1, 1, 1, 1, 1, 1, 1, 9]))).toBeCloseTo(0.5, 12);
  // A tenth of five people is half a person.
  expect(shareOfTopTenth(alone([1, 1, 1, 1, 6]))).toBeCloseTo(0.3, 12);
});

test.each([
  [[1, 2, 9], 2],
  [[1, 2, 4, 9], 3],
  [[7], 7],
])('the median of %j is %f', (numbers, expected) => {
  expect(medianOf(alone(numbers))).toBe(expected);
});

test('nobody has no median, no concentration', () => {
  expect([medianOf([]), giniOf([]), shareOfTopTenth([])]).toEqual([null, null, null]);
});

test('people of a bin are as many alike people', () => {
  const numbers = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(numbers, (pairs) => {
      const bins = pairs.map(([each, people]) => ({ each, people })).sort((a, b) => a.each - b.each);
      const each = bins.flatMap((bin) => Array.from({ length: bin.people }, () => bin.each));
      expect(giniOf(bins)).toBeCloseTo(giniOfEach(each), 9);
      expect(medianOf(bins)).toBe(medianOf(alone(each)));
      expect(shareOfTopTenth(bins)).toBeCloseTo(shareOfTopTenth(alone(each))!, 9);
    }),
  );
});
