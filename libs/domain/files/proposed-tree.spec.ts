import { proposedTree } from './proposed-tree.js';

test('small places are told together, and everybody is told once', () => {
  const counts = [
    { path: 'Lyon > IT', people: 12 },
    { path: 'Lyon > Legal', people: 3 },
    { path: 'Paris > IT', people: 40 },
    { path: 'Nice', people: 9 },
  ];
  expect(proposedTree(counts, 10)).toEqual({
    people: 64,
    places: [
      { path: 'Paris > IT', people: 40 },
      { path: 'Lyon > IT', people: 12 },
    ],
    others: { places: 2, people: 12 },
  });
  expect(proposedTree(counts.slice(0, 1), 10).others).toBeNull();
  expect(proposedTree([], 10)).toEqual({ people: 0, places: [], others: null });
});
