import { clustersToDetect, minimumDetectableGap, peopleToDetect } from './power.js';

test.each([
  [100, 100, 1, '14.9'],
  [500, 500, 1, '6.7'],
  [4_000, 71_000, 1, '1.7'],
  [4_000, 71_000, 10, '5.4'],
])('at 17 %%, %i against %i people with a design effect of %i: %s points', (n1, n2, designEffect, points) => {
  expect((100 * minimumDetectableGap(0.17, n1, n2, { designEffect })).toFixed(1)).toBe(points);
});

test('people asked for find the gap, and one fewer would not', () => {
  const people = peopleToDetect(0.1, 0.17);
  expect(minimumDetectableGap(0.17, people, people)).toBeLessThanOrEqual(0.1);
  expect(minimumDetectableGap(0.17, people - 1, people - 1)).toBeGreaterThan(0.1);
});

test('larger entities do not replace more of them', () => {
  const asked = (mean: number) => clustersToDetect(0.05, 0.17, { mean, icc: 0.05 });
  expect(asked(500)).toBeLessThan(asked(50));
  expect(asked(50_000)).toBeGreaterThanOrEqual(asked(500) - 2);
  expect(clustersToDetect(0.9, 0.5, { mean: 1_000, icc: 0 })).toBe(2);
});
