import { areEndsTold } from './count-reading.js';

test.each([
  [-0.04, 0.1, true],
  [0, 0.1, false],
  [0.03, 0.03, false],
  [-0.1, -0.02, false],
  // The middle of +2 to +47 points is nobody's figure.
  [0.02, 0.47, true],
])('of a difference published from %f to %f the ends are told: %s', (low, high, told) => {
  expect(areEndsTold({ low, high })).toBe(told);
});
