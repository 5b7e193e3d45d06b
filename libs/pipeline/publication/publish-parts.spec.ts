import { cellsOf } from '#domain/mask/cells.js';
import { entities } from '#domain/mask/testing/trees.js';
import { publishParts } from './publish-parts.js';
import { Shelf } from './shelf.js';

/** Presences at three in the morning, fifty in each place, and where they are told. */
function toldAtNight(tree: string, bands = true): Record<string, unknown> {
  const mask = cellsOf(entities(tree), { k: 10 });
  const shelf = new Shelf();
  const values = new Map(mask.nodes.filter(({ entities }) => entities.length > 0).map(({ key }) => [key, 50]));
  const rhythm = { population: 'rhythm', days: 28, measures: new Map([['h3', values]]) };
  publishParts(mask, [rhythm], shelf, { k: 10, bands });
  return Object.fromEntries(shelf.rows().map(({ node, counts }) => [node, counts['h3']]));
}

test('an hour of the week is told of places of 200 people and more, and of nothing smaller', () => {
  expect(toldAtNight('r=0 a<r=150 b<r=199')).toEqual({ r: [100, 100] });
  expect(toldAtNight('r=0 a<r=200 b<r=200')).toEqual({ a: [50, 50], b: [50, 50], r: [100, 100] });
  // A place of 150 beside one of 200 would be what that one leaves of the whole.
  expect(toldAtNight('r=0 a<r=200 b<r=150')).toEqual({ r: [100, 100] });
});

test('an organisation of fewer than 200 people tells no hour', () => {
  expect(toldAtNight('r=150')).toEqual({});
  expect(toldAtNight('r=199')).toEqual({});
  expect(toldAtNight('r=200')).toEqual({ r: [50, 50] });
});
