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

test('where nobody is invited, nobody of the invited did anything; elsewhere silence stays silence', () => {
  const row = (population: string, node: string, days: number, counts: CountRow['counts']): CountRow => ({
    ...{ population, node, days, counts, weekEnd: week },
  });
  const publication = new Publication(new Map(), [
    row('everyone', 'paris', 0, { people: [300, 300], invited: [298, 298] }),
    row('everyone', 'rome', 0, { people: [80, 80], invited: [0, 0] }),
    row('invited', 'paris', 0, { people: [298, 298] }),
    row('invited', 'paris', 28, { engaged: [40, 40] }),
  ]);
  const count = (places: string[], days: number, measure: string) =>
    publication.count(places, week, 'invited', days, measure);
  expect(count(['paris', 'rome'], 28, 'engaged')).toEqual({ low: 40, high: 40 });
  expect(count(['paris', 'rome'], 0, 'people')).toEqual({ low: 298, high: 298 });
  expect(count(['paris', 'oslo'], 28, 'engaged')).toBeNull();
  expect(count(['paris'], 7, 'engaged')).toBeNull();
});
