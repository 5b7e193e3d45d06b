import { type CountRow, type Place, Publication, Tree } from './publication.js';

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

test('a whole that does not tell the invited apart is bound by what its places add up to', () => {
  const place = (key: string, parent: string | null, headcount: number): Place => ({
    ...{ key, parent, kind: 'node', entity: key, name: key, members: [], entities: [], headcount, country: null },
  });
  const tree = new Tree([
    place('group', null, 1502),
    place('europe', 'group', 910),
    place('americas', 'group', 285),
    place('africa', 'group', 117),
    place('asia', 'group', 190),
  ]);
  const row = (population: string, node: string, days: number, counts: CountRow['counts']): CountRow => ({
    ...{ population, node, days, counts, weekEnd: week },
  });
  const declared = (node: string, people: number, invited: number) =>
    row('everyone', node, 0, { people: [people, people], invited: [invited, invited] });
  const publication = new Publication(new Map([[week, tree]]), [
    ...[declared('group', 1502, 1320), declared('europe', 910, 910), declared('americas', 285, 285)],
    ...[declared('africa', 117, 117), declared('asia', 190, 8)],
    row('everyone', 'group', 28, { engaged: [298, 298] }),
    row('everyone', 'europe', 28, { engaged: [189, 189] }),
    row('invited', 'americas', 28, { engaged: [68, 71] }),
    row('everyone', 'asia', 28, { engaged: [0, 2] }),
  ]);
  expect(publication.count(['group'], week, 'invited', 28, 'engaged')).toBeNull();
  // Africa says nothing that week; of 190 in Asia eight are invited, and two at most did it. Alone: 116 to 298.
  expect(publication.bound(['group'], week, 'invited', 28, 'engaged')).toEqual({ low: 257, high: 298 });
  expect(publication.bound(['asia'], week, 'invited', 28, 'engaged')).toEqual({ low: 0, high: 2 });
  expect(publication.bound(['europe', 'asia'], week, 'invited', 28, 'engaged')).toEqual({ low: 189, high: 191 });
  expect(publication.bound(['africa'], week, 'invited', 28, 'engaged')).toBeNull();
  expect(publication.bound(['elsewhere'], week, 'invited', 28, 'engaged')).toBeNull();
});
