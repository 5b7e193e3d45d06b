import { type Rollout } from '#contract/rollout.js';
import { forecastSeries, forecastWaves } from './forecast-series.js';

const wave = (rest: object) =>
  ({
    ...{ key: 'w', name: 'W', position: 1, actualStart: '2026-01-05', forecast: null },
    curve: [
      { weekEnd: '2026-01-04', actual: 0.01 },
      { weekEnd: '2026-01-11', actual: 0.2 },
      { weekEnd: '2026-01-18', actual: 0.4 },
      { weekEnd: '2026-01-25', actual: null },
    ],
    ...rest,
  }) as unknown as Rollout['waves'][number];
const point = { weekEnd: '2026-01-25', value: 0.5, low: 0.45, high: 0.55 };
const from = { weekEnd: '2026-01-18', value: 0.4, low: 0.38, high: 0.42 };
const fitted = wave({ forecast: { state: 'fitted', from, points: [point] } });
const early = wave({ key: 'e', forecast: { state: 'too_early' } });

test('only waves with a forecast are drawn, too early ones without a future', () => {
  expect(forecastWaves({ waves: [fitted, early, wave({})] })).toEqual([fitted, early]);
  expect(forecastSeries([fitted, early], (name) => `${name} +`).map(({ key }) => key)).toEqual([
    'w',
    'w-expected',
    'e',
  ]);
});

test('the future begins at the last measure, and measures of before the opening are left out', () => {
  const [actual, expected] = forecastSeries([fitted], (name) => `${name} +`);
  expect(actual!.points.map(({ value }) => value)).toEqual([0.2, 0.4]);
  expect(expected!.points).toEqual([from, point]);
  expect(actual!.colour).toBe('var(--series-ours)');
});
