import { placeWord } from './place-word.js';

test.each([
  ['present', 0.1, 'present'],
  [null, 0.1, 'levelBetween'],
  [null, null, 'levelUntold'],
] as const)('a place of %s and a share of %s is told as %s', (zone, value, word) => {
  expect(placeWord(zone, { value })).toBe(word);
});
