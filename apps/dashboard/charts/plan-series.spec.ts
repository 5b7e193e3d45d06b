import { lastKnown, planSeries } from './plan-series.js';

const point = (weekEnd: string, plan: number | null, actual: number | null) => ({
  ...{ weekEnd, plan, actual },
  low: actual,
  high: actual,
});
const names = { plan: 'Plan', actual: 'Actual' };
const curve = [point('2026-11-01', 0.4, 0.3), point('2026-11-08', 0.5, null), point('2026-11-15', 0.6, null)];

test('the interval is drawn only when it is asked for', () => {
  const [, simple] = planSeries(curve, names, false);
  const [, expert] = planSeries(curve, names, true);
  expect(simple?.points[0]).toEqual({ weekEnd: '2026-11-01', value: 0.3 });
  expect(expert?.points[0]).toMatchObject({ low: 0.3, high: 0.3 });
});

test('without a plan there is one line', () => {
  expect(planSeries([point('2026-11-01', null, 0.3)], names, false).map(({ key }) => key)).toEqual(['actual']);
});

test('what is known ends where publication does', () => {
  expect(lastKnown(curve)?.weekEnd).toBe('2026-11-01');
  expect(lastKnown([])).toBeUndefined();
});
