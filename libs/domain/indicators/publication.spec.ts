import { type CountRow, Publication } from './publication.js';

const week = '2026-10-25';
const told = (counts: CountRow['counts'], measure: string, days = 0) =>
  new Publication(new Map(), [{ population: 'everyone', days, node: 'board', weekEnd: week, counts }]).count(
    ['board'],
    week,
    'everyone',
    days,
    measure,
  );

test('a state never counts fewer people than a part of it, nor a part more than its whole', () => {
  const counts = { activated: [9, 13], connected: [6, 15], engaged: [11, 15] } as const;
  expect(told(counts, 'activated')).toEqual({ low: 11, high: 13 });
  expect(told(counts, 'connected')).toEqual({ low: 6, high: 13 });
  expect(told(counts, 'engaged')).toEqual({ low: 11, high: 13 });
  // What is counted within a window holds nobody of another state.
  expect(told(counts, 'activated', 28)).toEqual({ low: 9, high: 13 });
});

test('nothing follows from what contradicts itself, nor from what is not published', () => {
  expect(told({ activated: [3, 5], engaged: [9, 11] }, 'activated')).toEqual({ low: 3, high: 5 });
  expect(told({ activated: [3, 5] }, 'activated')).toEqual({ low: 3, high: 5 });
});
