import { isOpen } from './is-open.js';

test.each([
  [-0.04, 0.1, true],
  [0, 0.1, false],
  [0.03, 0.03, false],
  [-0.1, -0.02, false],
])('a gap published from %f to %f has no middle to tell: %s', (low, high, open) => {
  expect(isOpen({ published: { low, high } })).toBe(open);
});
