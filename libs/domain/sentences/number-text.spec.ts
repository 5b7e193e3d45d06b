import { formatNumber, formatPercent, formatPoints, formatSigned } from './number-text.js';

test.each([
  [12345, 'fr', '12\u202f345'],
  [12345, 'en', '12,345'],
  [-3, 'fr', '\u22123'],
  [-0, 'en', '0'],
] as const)('%d in %s reads %s', (value, language, expected) => {
  expect(formatNumber(value, language)).toBe(expected);
});

test.each([
  [0.424, 'fr', '42\u202f%'],
  [0.424, 'en', '42%'],
  [0, 'fr', '0\u202f%'],
  [1, 'fr', '100\u202f%'],
  [0.0004, 'fr', '<\u202f1\u202f%'],
  [0.9996, 'en', '>\u202f99%'],
] as const)('%d in %s reads %s', (share, language, expected) => {
  expect(formatPercent(share, language)).toBe(expected);
});

test('a change keeps its sign and its unit', () => {
  expect(formatSigned(4, 'fr')).toBe('+4');
  expect(formatSigned(0.2, 'fr')).toBe('0');
  expect(formatPoints(0.06, 'fr')).toBe('+6\u00a0points');
  expect(formatPoints(-0.01, 'fr')).toBe('\u22121\u00a0point');
  expect(formatPoints(0.01, 'en')).toBe('+1\u00a0point');
});
