import { ToldNumbers } from './told-numbers.js';

const answer = {
  rows: [{ name: 'Lyon 2', share: { numerator: { low: 12, high: 14 }, denominator: { low: 30, high: 32 } }, n: 31.5 }],
  rhythm: { hours: [{ low: 3, high: 5 }] },
};
const fileOf = (...cells: (string | number)[]) => `\ufeffEntity,Share\r\n${cells.join(',')}\r\n`;
const untold = (...cells: (string | number)[]) => new ToldNumbers([answer]).untoldIn(fileOf(...cells));

test('a file says what an answer says, and what named functions make of it', () => {
  expect(untold('Lyon 2', 12, 14, 0.375, 0.4667, '12 to 14', 'between 38% and 46.7%', 32, 1.25, '2026-11-09')).toEqual(
    [],
  );
});

test('a number of nobody is found, in a cell of its own, in words and as a share of other counts', () => {
  expect(untold(13.7, '12 to 15', 0.4062, 'about 41%', 'Lyon 9')).toEqual([
    '13.7',
    '12 to 15',
    '0.4062',
    'about 41%',
    'Lyon 9',
  ]);
});

test('a day in words is told where an answer holds that day, and only there', () => {
  const told = new ToldNumbers([{ settledOn: '2026-10-28' }]);
  expect(told.untoldIn(fileOf('done on 28\u00a0Oct', 'done on 27 Oct', 'done on 28 Nov'))).toEqual([
    'done on 27 Oct',
    'done on 28 Nov',
  ]);
});
