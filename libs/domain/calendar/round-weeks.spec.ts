import { roundWeeks } from './round-weeks.js';

test('an axis of ages names round weeks, wherever it begins', () => {
  expect(roundWeeks(2, 66, 8)).toEqual([10, 20, 30, 40, 50, 60]);
  expect(roundWeeks(2, 27, 6)).toEqual([5, 10, 15, 20, 25]);
  expect(roundWeeks(0, 8, 5)).toEqual([0, 2, 4, 6, 8]);
  expect(roundWeeks(6, 10, 8)).toEqual([6, 7, 8, 9, 10]);
  expect(roundWeeks(-2, 4, 3)).toEqual([0]);
});

test('one week is named, and of none nothing is', () => {
  expect([roundWeeks(3, 3, 8), roundWeeks(4, 3, 8)]).toEqual([[3], []]);
});
