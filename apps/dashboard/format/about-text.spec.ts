import { formatPercent } from '#domain/sentences/number-text.js';
import { aboutText } from './about-text.js';

test('what lies between two ends is told as near, and a limit as a limit', () => {
  expect(aboutText(formatPercent(0.63, 'fr'), 'fr')).toMatch(/^environ 63/);
  expect(aboutText(formatPercent(0.998, 'fr'), 'fr')).toMatch(/^plus de 99/);
  expect(aboutText(formatPercent(0.004, 'fr'), 'fr')).toMatch(/^moins de 1/);
  expect(aboutText(formatPercent(0.998, 'en'), 'en')).toBe('more than 99%');
  expect(aboutText('21 h', 'en')).toBe('about 21 h');
});
