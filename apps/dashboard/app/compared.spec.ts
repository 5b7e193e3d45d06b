import { comparedWith, sidesIn } from './compared.js';

test.each([
  [['previous'], { with: 'previous' }],
  [['plan'], { with: 'plan' }],
  [['wave:pilot'], { with: 'wave', wave: 'pilot' }],
  [['wave:'], null],
  [['pilot', 'wave-2'], null],
  [['previous', 'plan'], null],
  [['pilot'], null],
  [undefined, null],
])('%o is compared with %o', (words, compared) => {
  expect(comparedWith(words)).toEqual(compared);
});

test('what figures are put beside is no side of Comparaisons, nor the other way round', () => {
  expect(sidesIn(['previous'])).toBeUndefined();
  expect(sidesIn(['pilot', 'wave-2'])).toEqual(['pilot', 'wave-2']);
});
