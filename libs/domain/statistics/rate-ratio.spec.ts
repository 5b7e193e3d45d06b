import { quantile } from './moments.js';
import { bootstrapRateRatio, rateRatio } from './rate-ratio.js';

test('340 acts in 800 member-weeks against 60 in 1,200: 8.50, 6.46 to 11.18', () => {
  const { value, low, high } = rateRatio(340, 800, 60, 1_200)!;
  expect([value, low, high].map((ratio) => ratio.toFixed(2))).toEqual(['8.50', '6.46', '11.18']);
});

test('nothing to divide by is null', () => {
  expect(rateRatio(0, 800, 60, 1_200)).toBeNull();
  expect(rateRatio(340, 800, 0, 1_200)).toBeNull();
  expect(rateRatio(340, 0, 60, 1_200)).toBeNull();
  expect(bootstrapRateRatio([{ events: [3, 1], time: [1, 1] }])).toBeNull();
});

const groups = (burst: number) =>
  Array.from({ length: 20 }, (_, at) => ({
    events: [at % 5 === 0 ? 17 + 4 * burst : 17 - burst, 3] as const,
    time: [40, 60] as const,
  }));

test('acts that come in bursts widen the interval, which the lognormal one cannot see', () => {
  const [even, bursty] = [bootstrapRateRatio(groups(0))!, bootstrapRateRatio(groups(16))!];
  expect(even).toEqual({ value: 8.5, low: 8.5, high: 8.5 });
  expect(bursty.value).toBeCloseTo(8.5, 12);
  const plain = rateRatio(340, 800, 60, 1_200)!;
  expect(bursty.high - bursty.low).toBeGreaterThan(plain.high - plain.low);
  expect(bootstrapRateRatio(groups(16))).toEqual(bursty);
});

test('quantiles lie between their neighbours', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, Infinity, Infinity], 0.9)).toBe(Infinity);
});
