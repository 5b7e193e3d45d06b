import { type Interval } from '#domain/mask/bands.js';
import { restated } from './restated.js';

const row = (node: string, login: Interval) => ({ population: 'everyone', days: 7, node, counts: { login } });

test('a place keeps its statement when fewer than k people changed there', () => {
  expect(restated([row('lyon', [40, 42])], [row('lyon', [49, 51])], 10)).toEqual([row('lyon', [40, 42])]);
});

test('it says the new count when k people or more changed for certain', () => {
  expect(restated([row('lyon', [40, 42])], [row('lyon', [52, 54])], 10)).toEqual([row('lyon', [52, 54])]);
  expect(restated([row('lyon', [40, 42])], [row('lyon', [27, 30])], 10)).toEqual([row('lyon', [27, 30])]);
});

test('a place that had said nothing begins to when k people stand behind it, and none falls silent', () => {
  expect(restated([], [row('lyon', [9, 11]), row('turin', [10, 12])], 10)).toEqual([row('turin', [10, 12])]);
  expect(restated([row('lyon', [40, 42])], [], 10)).toEqual([row('lyon', [40, 42])]);
});
