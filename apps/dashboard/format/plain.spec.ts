import { plain, plainWords } from './plain.js';

test('reads alike whatever its case, accents and apostrophes', () => {
  expect(plain('Écart d’Été')).toBe("ecart d'ete");
  expect(plain('Écart')).toBe(plain('ÉCART'));
});

test('finds the words between any spaces', () => {
  expect(plainWords('  Taux  d’Engagement ')).toEqual(['taux', "d'engagement"]);
  expect(plainWords(' ')).toEqual([]);
});
