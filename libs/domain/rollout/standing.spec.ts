import { countStandings, standingOf } from './standing.js';

test.each([
  { shown: 'value', low: 1.2, high: 1.3, expected: 'ahead', because: 'all of it is above the plan' },
  { shown: 'value', low: 0.5, high: 0.7, expected: 'behind', because: 'all of it is below the plan' },
  { shown: 'value', low: 0.98, high: 1.02, expected: 'on', because: 'it is near enough' },
  { shown: 'value', low: 0.6, high: 1.4, expected: 'on', because: 'its band holds the plan' },
  { shown: 'value', low: 1.06, high: 1.06, expected: 'ahead', because: 'the margin is five hundredths' },
  { shown: 'none', low: null, high: null, expected: 'unplanned', because: 'nothing was planned yet' },
  { shown: 'masked', low: null, high: null, expected: 'unknown', because: 'nothing is published' },
])('$expected: $because', ({ expected, because: _, ...index }) => {
  expect(standingOf(index)).toBe(expected);
});

test('places are counted where they stand', () => {
  expect(countStandings(['on', 'behind', 'on'])).toEqual({ ahead: 0, on: 2, behind: 1, unplanned: 0, unknown: 0 });
});
