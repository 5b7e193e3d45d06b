import { findInTree, orderTree, pathTo, subtreeOf } from './order-tree.js';

const rows = [
  { key: 'g', parent: null, name: 'Groupe', rate: 0.5 },
  { key: 'n', parent: 'g', name: 'Nord', rate: 0.2 },
  { key: 'h', parent: 'n', name: 'Hambourg', rate: null },
  { key: 'l', parent: 'n', name: 'Liège', rate: 0.4 },
  { key: 's', parent: 'g', name: 'Sud', rate: 0.8 },
];
const keys = (of: { key: string }[]) => of.map(({ key }) => key).join('');

test('siblings are sorted under their parent, the unknown last either way', () => {
  expect(keys(orderTree(rows, ({ rate }) => rate, true))).toBe('gsnlh');
  expect(keys(orderTree(rows, ({ rate }) => rate, false))).toBe('gnlhs');
});

test('a search keeps what holds it, whatever the accents, with the places above', () => {
  const found = findInTree(rows, ({ name }) => name, 'liege');
  expect(keys(found.rows)).toBe('gnl');
  expect(found).toMatchObject({ found: 1, above: ['n', 'g'] });
  expect(findInTree(rows, ({ name }) => name, 'nowhere').rows).toEqual([]);
});

test('a place has its subtree and its path', () => {
  expect(keys(subtreeOf(rows, 'n'))).toBe('nhl');
  expect(keys(pathTo(rows, 'l'))).toBe('gnl');
  expect(pathTo(rows, 'unknown')).toEqual([]);
});
