import { type CountRow, type Place, Publication, Tree } from '#domain/indicators/publication.js';
import { placesBounding } from './places-bounding.js';

const week = '2026-11-15';
const place = (key: string, parent: string | null): Place => ({
  ...{ key, parent, kind: 'node', entity: key, name: key, members: [], entities: [], headcount: 200, country: null },
});
const trees = new Map([[week, new Tree([place('group', null), place('europe', 'group'), place('rome', 'europe')])]]);
const row = (population: string, node: string, days: number, counts: CountRow['counts']): CountRow => ({
  ...{ population, node, days, counts, weekEnd: week },
});
const all = [
  row('everyone', 'group', 0, { people: [1502, 1502], invited: [1334, 1334] }),
  row('everyone', 'europe', 0, { people: [900, 900], invited: [900, 900] }),
  row('everyone', 'group', 28, { engaged: [266, 322] }),
  row('everyone', 'europe', 28, { engaged: [228, 228] }),
];
const read = (nodes: readonly string[]) => all.filter(({ node }) => nodes.includes(node));

test('the whole is bound by the places below it, though nobody asked for them', () => {
  const below = placesBounding(trees, ['group'], read(['group']), 'invited');
  expect(below).toEqual({ nodes: ['europe', 'rome'], weeks: [week] });
  const ends = (nodes: readonly string[]) =>
    new Publication(trees, read(nodes)).bound(['group'], week, 'invited', 28, 'engaged');
  expect(ends(['group', ...below.nodes])).toEqual(ends(['group', 'europe', 'rome']));
  expect(ends(['group', ...below.nodes])).not.toEqual(ends(['group']));
});

test('nothing more is read where the invited are told apart, where nothing lies below, and where rates are of everyone', () => {
  const told = [...read(['group']), row('invited', 'group', 28, { engaged: [230, 230] })];
  const none = { nodes: [], weeks: [] };
  expect(placesBounding(trees, ['group'], told, 'invited')).toEqual(none);
  expect(placesBounding(trees, ['rome'], [row('everyone', 'rome', 28, { engaged: [1, 1] })], 'invited')).toEqual(none);
  expect(placesBounding(trees, ['group'], read(['group']), 'headcount')).toEqual(none);
  expect(placesBounding(trees, ['group', 'europe', 'rome'], all, 'invited')).toEqual(none);
});
