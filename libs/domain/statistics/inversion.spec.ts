import { bonferroni, level } from './inversion.js';

test('who looks at many comparisons leaves to each its part of the chance', () => {
  expect([1, 2, 10].map((count) => bonferroni(count))).toEqual([level, 0.025, 0.005]);
});
