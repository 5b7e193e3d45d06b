import { type ExemplarityLevel } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { gestureOf, readingOf, sideOf } from './gestures.js';

const rate = (value: number, spread = 0): Measured => ({
  numerator: { low: Math.round(100 * (value - spread)), high: Math.round(100 * (value + spread)) },
  denominator: { low: 100, high: 100 },
  ...{ value, low: value - 0.05, high: value + 0.05, n: 100, shown: 'value' },
});
const hidden: Measured = { ...rate(0.5), value: null, low: null, high: null, shown: 'masked' };
const others = { daily: hidden, weekly: rate(0.5), posting: hidden };
const level = (posting: Measured, weekly: Measured): ExemplarityLevel => ({
  ...{ key: 'level-1', levels: [1], people: { low: 100, high: 100 }, tooFew: false },
  ...{ daily: hidden, weekly, posting },
  gaps: { daily: null, weekly: null, posting: null },
});

test('a figure is one only where its band is narrow', () => {
  expect(readingOf(rate(0.5))).toBe('figure');
  expect(readingOf(rate(0.5, 0.3))).toBe('wide');
  expect(readingOf(hidden)).toBe('few');
});

test('a side is taken only where both intervals are apart', () => {
  const side = (weekly: Measured) => sideOf(level(hidden, weekly), others, 'weekly');
  expect(side(rate(0.7))).toBe('above');
  expect(side(rate(0.3))).toBe('below');
  // Newcombe’s interval of this gap leaves zero out, and both intervals overlap as they are drawn.
  expect(side(rate(0.66))).toBeNull();
  expect(side(rate(0.9, 0.2))).toBeNull();
  expect(sideOf(level(hidden, rate(0.7)), null, 'weekly')).toBeNull();
});

test.each([
  [level(hidden, rate(0.3)), 'lag'],
  [level(rate(0.1), rate(0.7)), 'silent'],
  [level(rate(0.6), rate(0.7)), 'lead'],
  [level(rate(0.5), rate(0.55)), null],
  [level(hidden, rate(0.5, 0.4)), 'unknown'],
])('%#: a level asks for one gesture at most', (of, expected) => {
  expect(gestureOf(of, others)).toBe(expected);
});
