import { type ExemplarityLevel } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { gestureOf, readingOf, sideOf } from './gestures.js';

const rate = (value: number, spread = 0): Measured => ({
  numerator: { low: Math.round(100 * (value - spread)), high: Math.round(100 * (value + spread)) },
  denominator: { low: 100, high: 100 },
  ...{ value, low: value - 0.05, high: value + 0.05, n: 100, shown: 'value' },
});
const hidden: Measured = { ...rate(0.5), value: null, low: null, high: null, shown: 'masked' };
const gap = (value: number) => ({ points: { value, low: value - 0.05, high: value + 0.05 }, ratio: null });
const level = (posting: Measured, weekly: Measured, points: number): ExemplarityLevel => ({
  ...{ key: 'level-1', levels: [1], people: { low: 100, high: 100 }, tooFew: false },
  ...{ daily: hidden, weekly, posting },
  gaps: { daily: null, weekly: gap(points), posting: null },
});

test('a figure is one only where its band is narrow', () => {
  expect(readingOf(rate(0.5))).toBe('figure');
  expect(readingOf(rate(0.5, 0.3))).toBe('wide');
  expect(readingOf(hidden)).toBe('few');
});

test('a side is taken only where the whole gap lies on it', () => {
  expect(sideOf(level(hidden, rate(0.6), 0.2), 'weekly')).toBe('above');
  expect(sideOf(level(hidden, rate(0.3), -0.2), 'weekly')).toBe('below');
  expect(sideOf(level(hidden, rate(0.5), 0.02), 'weekly')).toBeNull();
  expect(sideOf(level(hidden, rate(0.5, 0.3), 0.4), 'weekly')).toBeNull();
});

test.each([
  [level(hidden, rate(0.3), -0.2), 'lag'],
  [level(rate(0.1), rate(0.7), 0.2), 'silent'],
  [level(rate(0.6), rate(0.7), 0.2), 'lead'],
  [level(rate(0.5), rate(0.55), 0.01), null],
  [level(hidden, rate(0.5, 0.4), 0.1), 'unknown'],
])('%#: a level asks for one gesture at most', (of, expected) => {
  expect(gestureOf(of)).toBe(expected);
});
