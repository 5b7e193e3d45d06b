import { trendOf } from './trend.js';

test.each([
  { bands: [], expected: 'stable', because: 'nothing to compare' },
  { bands: [[3, 5]], expected: 'stable', because: 'one band is no trend' },
  {
    bands: [
      [3, 5],
      [4, 6],
    ],
    expected: 'stable',
    because: 'the bands touch and moved once',
  },
  {
    bands: [
      [3, 5],
      [6, 8],
    ],
    expected: 'up',
    because: 'the bands are apart',
  },
  {
    bands: [
      [6, 8],
      [3, 5],
    ],
    expected: 'down',
    because: 'the bands are apart',
  },
  {
    bands: [
      [1, 3],
      [2, 4],
      [3, 5],
    ],
    expected: 'up',
    because: 'moved up twice',
  },
  {
    bands: [
      [5, 7],
      [4, 6],
      [5, 7],
    ],
    expected: 'stable',
    because: 'went down, then up',
  },
  {
    bands: [
      [4, 6],
      [4, 6],
      [4, 6],
    ],
    expected: 'stable',
    because: 'never moved',
  },
])('$expected: $because', ({ bands, expected }) => {
  expect(trendOf(bands.map(([low = 0, high = 0]) => ({ low, high })))).toBe(expected);
});
