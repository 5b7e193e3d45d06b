import { type Measured } from '#contract/published.js';
import { formatsIn } from '../../i18n/use-format.js';
import { compactCount, isTooWide } from './compact-count.js';

const measured = (low: number, high: number, of: number): Measured => ({
  numerator: { low, high },
  denominator: { low: of, high: of },
  value: (low + high) / 2 / of,
  low: null,
  high: null,
  n: of,
  shown: 'value',
});
const written = (of: Measured) => compactCount(of, formatsIn('fr'))?.text;

test.each([
  [measured(60, 60, 240), '25\u202f%', 'exact'],
  [measured(1, 1, 17), '1 / 17', 'exact, of few'],
  [measured(100, 102, 240), '≈ 42\u202f%', 'a band from sixty people'],
  [measured(18, 22, 40), '18–22 / 40', 'a band below sixty'],
  [measured(0, 2, 40), '≤ 2 / 40', 'hardly anybody'],
  [measured(38, 40, 40), '≥ 38 / 40', 'nearly all'],
  [measured(12, 143, 144), '12–143 / 144', 'a band whose middle would mislead'],
  [measured(0, 144, 144), '0–144 / 144', 'a band that says nothing'],
])('%#: %s', (of, expected) => {
  expect(written(of)).toBe(expected);
});

test('what is masked has no text of its own', () => {
  expect(compactCount({ ...measured(1, 2, 40), shown: 'masked', value: null }, formatsIn('fr'))).toBeNull();
});

test('a band is too wide from a third of the people on', () => {
  expect(isTooWide(measured(10, 30, 100))).toBe(false);
  expect(isTooWide(measured(10, 50, 100))).toBe(true);
});
