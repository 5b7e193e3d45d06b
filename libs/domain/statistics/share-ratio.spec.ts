import { exactly } from './interval.js';
import { shareRatio } from './share-ratio.js';

const of = (x: number, n = 100) => ({ numerator: exactly(x), denominator: exactly(n) });

test('the ratio of two shares and its log-normal interval', () => {
  // ln 1.5 ± 1.96 √(1/30 − 1/100 + 1/20 − 1/100)
  const { value, low, high } = shareRatio(of(30), of(20))!;
  expect([value, low, high].map((end) => end.toFixed(3))).toEqual(['1.500', '0.916', '2.456']);
});

test('bands widen it to all that they leave possible, and nobody has an upper end of its own', () => {
  const banded = shareRatio({ numerator: { low: 28, high: 32 }, denominator: exactly(100) }, of(20))!;
  expect(banded).toMatchObject({
    value: expect.closeTo(1.5, 9),
    low: shareRatio(of(28), of(20))!.low,
    high: shareRatio(of(32), of(20))!.high,
  });
  expect(shareRatio(of(0), of(20))).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.037 / 0.1334, 2) });
  expect(shareRatio(of(30), of(0))).toBeNull();
});
