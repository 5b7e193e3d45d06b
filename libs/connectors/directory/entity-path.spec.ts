import fc from 'fast-check';
import { isHeld } from './daily-guard.js';
import { DerivedTree, GivenTree } from './entity-path.js';

describe('a tree made of paths', () => {
  const name = fc.constantFrom('Lyon', 'LYON', ' Lyon ', 'Paris', 'R > D', 'Île', '');

  it('has every parent before its children, every place once, and is the same the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 3 })), (paths) => {
        const tree = new DerivedTree([]);
        const places = paths.map((path) => tree.place(path).entity);
        const keys = tree.fresh.map(({ entityId }) => entityId);
        expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
        for (const [index, { parentId }] of tree.fresh.entries())
          expect(parentId === null || keys.slice(0, index).includes(parentId)).toBe(true);
        const again = new DerivedTree(keys);
        expect(paths.map((path) => again.place(path).entity)).toEqual(places);
        expect(again.fresh).toEqual([]);
      }),
    );
  });

  it('refuses a path that no key can hold', () => {
    expect(() => new DerivedTree([]).place(['a'.repeat(200), 'b'.repeat(200)])).toThrow(RangeError);
  });
});

describe('a tree that a file declared', () => {
  const entity = (key: string, parent: string | null, name = key) => ({ key, name, parent });
  const tree = new GivenTree([
    entity('g', null, 'Group'),
    ...[entity('fr', 'g', 'France'), entity('jp', 'g', 'Japan')],
    ...[entity('p1', 'fr', 'Production'), entity('p2', 'jp', 'Production')],
  ]);

  it.each([
    [['France', 'production'], 'p1', false],
    [['jp', 'Production'], 'p2', false],
    [['Somewhere', 'Japan', 'Production'], 'p2', false],
    [['France', 'Nowhere'], 'fr', true],
    [['Production'], 'g', true],
    [[], 'g', true],
  ])('puts %j into %s', (path, entityKey, isUnknown) => {
    expect(tree.place(path)).toEqual({ entity: entityKey, isUnknown });
  });
});

test('a day has its share of leavers and moves, and one person is never too many', () => {
  const limits = { leave: 0.1, move: 0.2 };
  const day = { known: 100, leavers: 0, moves: 0 };
  expect(isHeld('leave', 10, day, limits)).toBe(false);
  expect(isHeld('leave', 11, day, limits)).toBe(true);
  expect(isHeld('leave', 1, { ...day, leavers: 10 }, limits)).toBe(true);
  expect(isHeld('move', 20, { ...day, leavers: 10 }, limits)).toBe(false);
  expect(isHeld('move', 21, day, limits)).toBe(true);
  expect(isHeld('leave', 1, { ...day, known: 3 }, limits)).toBe(false);
  expect(isHeld('leave', 50, { ...day, known: 0 }, limits)).toBe(false);
});
