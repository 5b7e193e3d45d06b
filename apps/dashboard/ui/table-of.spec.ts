import { sortRows } from './table-of.js';

const rows = [{ state: 'open' }, { state: 'missed' }, { state: 'met' }];
const states = ['missed', 'open', 'met'];

test('rows sort by what a column says, or by the order it gives', () => {
  const column = { key: 'state', label: 'State', value: ({ state }: { state: string }) => state };
  const sorted = (one: typeof column, descending = false) =>
    sortRows(rows, one, descending, 'en').map(({ state }) => state);
  expect(sorted(column)).toEqual(['met', 'missed', 'open']);
  const ordered = { ...column, order: ({ state }: { state: string }) => states.indexOf(state) };
  expect(sorted(ordered)).toEqual(['missed', 'open', 'met']);
  expect(sorted(ordered, true)).toEqual(['met', 'open', 'missed']);
});
