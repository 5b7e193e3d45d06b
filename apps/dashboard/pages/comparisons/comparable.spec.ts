import { comparableKey, choose, keep, sidesOf, sidesSince, toggle } from './comparable.js';

test('an indicator that cannot be compared gives way to the first', () => {
  expect(comparableKey('K03b')).toBe('K03b');
  expect(comparableKey('K60')).toBe('K20');
  expect(comparableKey(undefined)).toBe('K20');
});

test('choosing a wave replaces a side; choosing the other side swaps both', () => {
  expect(choose(['pilot', 'one'], 1, 'two')).toEqual(['pilot', 'two']);
  expect(choose(['pilot', 'one'], 0, 'one')).toEqual(['one', 'pilot']);
  expect(choose(['pilot', 'one', 'two'], 0, 'two')).toEqual(['two', 'one', 'pilot']);
});

test('another alignment keeps the pair that was chosen for the reader, and names it', () => {
  expect(keep(['wave:pilot', 'wave:europe'])).toEqual({ compare: ['wave:pilot', 'wave:europe'] });
  expect(keep(['wave:pilot'])).toEqual({});
});

test('a further wave comes and goes', () => {
  expect(toggle(['pilot', 'one'], 'two')).toEqual(['pilot', 'one', 'two']);
  expect(toggle(['pilot', 'one', 'two'], 'two')).toEqual(['pilot', 'one']);
});

test('a choice stands at once, whatever the last answer was about', () => {
  expect(sidesOf(['wave:two', 'wave:one'], ['wave:pilot', 'wave:one'], false)).toEqual(['wave:two', 'wave:one']);
  // What the address names and nobody knows is gone once the answer is there.
  expect(sidesOf(['wave:gone', 'wave:one', 'wave:two'], ['wave:one', 'wave:two'], true)).toEqual([
    'wave:one',
    'wave:two',
  ]);
  expect(sidesOf(undefined, ['wave:pilot', 'wave:one'], false)).toEqual(['wave:pilot', 'wave:one']);
  expect(sidesOf(['pilot', 'entity:lyon'], [], false)).toEqual(['wave:pilot', 'entity:lyon']);
});

test('a second choice before the answer builds on the first', () => {
  const drawn = ['wave:pilot', 'wave:one'];
  const first = choose(sidesSince(undefined, undefined, drawn), 0, 'entity:france');
  expect(choose(sidesSince(first, undefined, drawn), 1, 'entity:italy')).toEqual(['entity:france', 'entity:italy']);
  // Nothing was chosen since: what is drawn stands, without what the answer left out.
  expect(sidesSince(['wave:gone', ...drawn], ['wave:gone', ...drawn], drawn)).toEqual(drawn);
});
