import { readSearch, Search, writeSearch } from './search.js';

test('filters survive a round trip through a readable address', () => {
  const search: Search = { week: '2026-11-15', window: 28, compare: ['pilot', 'wave-2'], align: 'launch' };
  expect(writeSearch(search)).toBe('?week=2026-11-15&window=28&compare=pilot,wave-2&align=launch');
  expect(Search.parse(readSearch(writeSearch(search)))).toEqual(search);
});

test.each(['?week=2026-11-16&window=30', '?window=&align=moon', '?nothing=1'])(
  '%s is a page without filters',
  (text) => {
    const read = Search.parse(readSearch(text));
    expect(Object.values(read).filter((value) => value !== undefined)).toEqual([]);
  },
);
