import { visibleRows } from './tree-rows.js';

const rows = [
  { key: 'all', parent: null },
  { key: 'north', parent: 'all' },
  { key: 'lille', parent: 'north' },
  { key: 'south', parent: 'all' },
  { key: 'lost', parent: 'elsewhere' },
];
const shown = (...open: string[]) => visibleRows(rows, new Set(open)).map(({ row, depth }) => `${depth}${row.key}`);

test('a folded place hides everything below it', () => {
  expect(shown()).toEqual(['0all', '0lost']);
  expect(shown('all')).toEqual(['0all', '1north', '1south', '0lost']);
  expect(shown('all', 'north')).toEqual(['0all', '1north', '2lille', '1south', '0lost']);
  expect(shown('north')).toEqual(['0all', '0lost']);
});

test('only places with something below can be unfolded', () => {
  expect(visibleRows(rows, new Set(['all'])).map(({ hasChildren }) => hasChildren)).toEqual([true, true, false, false]);
});
