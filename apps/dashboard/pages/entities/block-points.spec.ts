import { overBlocks } from './block-points.js';

const monthly = [
  { weekEnd: '2026-09-27', value: 0.2 },
  { weekEnd: '2026-10-25', value: 0.4 },
];
const drawn = (frame: 'window' | 'state') => overBlocks(monthly, frame).map(({ weekEnd, value }) => [weekEnd, value]);

test('a window is drawn over the four weeks that it counts', () => {
  expect(drawn('window')).toEqual([
    ['2026-09-06', 0.2],
    ['2026-09-13', 0.2],
    ['2026-09-20', 0.2],
    ['2026-09-27', 0.2],
    ['2026-10-04', 0.4],
    ['2026-10-11', 0.4],
    ['2026-10-18', 0.4],
    ['2026-10-25', 0.4],
  ]);
});

test('a window that began before the history is drawn over the weeks of it alone', () => {
  const drawn = overBlocks(monthly, 'window', '2026-09-14').map(({ weekEnd }) => weekEnd);
  expect(drawn.slice(0, 3)).toEqual(['2026-09-20', '2026-09-27', '2026-10-04']);
});

test('a state holds until the next one, and not beyond the last', () => {
  expect(drawn('state')).toEqual([
    ['2026-09-27', 0.2],
    ['2026-10-04', 0.2],
    ['2026-10-11', 0.2],
    ['2026-10-18', 0.2],
    ['2026-10-25', 0.4],
  ]);
});

test('weekly points stay as they are, and nothing stays nothing', () => {
  const weekly = [
    { weekEnd: '2026-10-18', value: 0.2 },
    { weekEnd: '2026-10-25', value: null },
  ];
  expect(overBlocks(weekly, 'state')).toEqual(weekly);
  expect(overBlocks([], 'window')).toEqual([]);
});
