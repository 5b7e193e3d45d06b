import { ambassadorSentence, coverageState, median, missionLength } from './ambassadors.js';

test.each([
  [0, 100, 'none', 10],
  [9, 100, 'below', 1],
  [10, 100, 'inside', 0],
  [20, 100, 'inside', 0],
  [21, 100, 'above', 0],
  [1, 12, 'below', 1],
])('%i for %i people is %s, %i missing', (ambassadors, people, state, missing) => {
  expect(coverageState(ambassadors, people)).toEqual({ state, missing });
});

test.each([
  ['2021-01-01', '2021-05-01', { days: 59, running: true, length: 'inside' }],
  ['2021-01-01', null, { days: 59, running: true, length: null }],
  ['2020-06-01', null, { days: 273, running: true, length: 'longer' }],
  ['2020-12-01', '2021-01-01', { days: 31, running: false, length: 'shorter' }],
  [null, null, { days: null, running: true, length: null }],
])('a mission from %p to %p', (from, to, length) => {
  expect(missionLength({ from, to }, '2021-03-01')).toEqual(length);
});

test('the median of nothing is nothing', () => {
  expect([median([]), median([5, 1, 3]), median([1, 2, 3, 10])]).toEqual([null, 3, 2.5]);
});

test('nobody in office is said plainly', () => {
  expect(ambassadorSentence(null, 4).key).toBe('ambassadors.none');
});
