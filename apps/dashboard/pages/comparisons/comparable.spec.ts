import { comparableKey, choose, keep, toggle } from './comparable.js';

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
