import { slipWords } from './slip-words.js';

test.each([
  [150, 170, '150 à 170 jours de retard', '150 to 170 days behind'],
  [-40, -12, '12 à 40 jours d’avance', '12 to 40 days ahead'],
  [1, 1, '1 jour de retard', '1 day behind'],
  [0, 1, '0 à 1 jour de retard', '0 to 1 day behind'],
  [-6, 0, '0 à 6 jours d’avance', '0 to 6 days ahead'],
  [-20, 3, 'de 20 jours d’avance à 3 jours de retard', 'from 20 days ahead to 3 days behind'],
  [0, 0, 'aucun jour d’écart', 'no day apart'],
])('a slip from %i to %i days', (from, to, fr, en) => {
  expect(slipWords({ from, to }, 'fr')).toBe(fr);
  expect(slipWords({ from, to }, 'en')).toBe(en);
});
