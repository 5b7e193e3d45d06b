import { tieRatios } from './tie-ratios.js';

const tie = (source: string, target: string, interactions: number) => ({ source, target, interactions });

test('what goes to each place, against how many people are there', () => {
  const people = new Map([
    ['a', 300],
    ['b', 100],
  ]);
  const ratios = tieRatios([tie('a', 'a', 90), tie('a', 'b', 10), tie('b', 'a', 30), tie('b', 'b', 10)], people);
  expect(ratios.map(({ ratio }) => ratio)).toEqual([0.9 / 0.75, 0.1 / 0.25, 1, 1]);
});

test('a pair that is not shown is not counted as nothing', () => {
  const people = new Map([
    ['a', 300],
    ['b', 100],
    ['c', 600],
  ]);
  expect(tieRatios([tie('a', 'a', 30), tie('a', 'b', 10)], people).map(({ ratio }) => ratio)).toEqual([1, 1]);
  expect(tieRatios([tie('a', 'z', 30)], people)[0]!.ratio).toBeNull();
});
