import { spaced } from './axes.js';

test('round weeks are named, as many as have room', () => {
  const weeks = [2, 3, 4, 5, 6, 7, 8];
  expect(spaced(weeks, 600, 72)).toEqual(weeks);
  expect(spaced(weeks, 300, 72)).toEqual([2, 4, 6, 8]);
  expect(spaced(weeks, 100, 72)).toEqual([5]);
  expect([spaced([3], 0, 72), spaced([], 100, 72)]).toEqual([[3], []]);
});
