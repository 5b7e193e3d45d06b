import { type IndicatorRow } from '#contract/indicators.js';
import { toldPoints } from './time-points.js';

const row = (periodEnd: string, low: number, high: number): IndicatorRow => ({
  ...{ indicator: 'K20', slice: '', node: 'all', periodEnd, window: 7, n: 2687, shown: 'value' },
  ...{ numerator: { low, high }, denominator: { low: 2687, high: 2687 } },
  ...{ value: (low + high) / 2 / 2687, low: low / 2687, high: high / 2687 },
});

test('a line breaks where the mask leaves no middle, and its interval stays', () => {
  const [exact, about, atMost] = toldPoints([
    row('2026-05-24', 390, 390),
    row('2026-05-31', 380, 400),
    row('2026-06-07', 0, 236),
  ]);
  expect([exact!.value, about!.value]).toEqual([390 / 2687, 390 / 2687]);
  // Half of at most 236 is nobody's figure: drawn, it would be a fall from 15 % to 4 %.
  expect(atMost).toMatchObject({ value: null, low: 0, high: 236 / 2687 });
});
