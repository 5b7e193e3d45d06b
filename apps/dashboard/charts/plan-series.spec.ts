import { csvOf } from '../ui/csv.js';
import { lastKnown, planSeries, toldPoint } from './plan-series.js';

const point = (weekEnd: string, plan: number | null, actual: number | null) => ({
  ...{ weekEnd, plan, actual },
  low: actual,
  high: actual,
  ...{ numerator: null, denominator: null },
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

test('every week leaves with its own people and the ends of what is published of it', () => {
  const exact = { low: 317, high: 317 };
  const past = { ...point('2026-01-04', 0.2, 317 / 1494), low: 0.1922, high: 0.2336 };
  const rows = [
    { ...past, numerator: exact, denominator: { low: 1494, high: 1494 } },
    { ...point('2026-01-11', 0.2, 0.004), numerator: { low: 5, high: 7 }, denominator: { low: 1500, high: 1500 } },
    point('2026-11-08', 0.5, null),
  ];
  const columns = [{ key: 'actual', label: 'Actual', value: () => null, told: toldPoint }];
  const lines = csvOf({ columns, rows, rowKey: ({ weekEnd }) => weekEnd }, 'en')
    .slice(1)
    .split('\r\n');
  expect(lines[0]).toContain('Actual (at least),Actual (at most)');
  expect(lines[1]).toBe('0.2122,0.2122,0.2122,0.1922,0.2336,1494,2026-01-04,');
  expect(lines[2]).toBe('0.004,0.0033,0.0047,0.004,0.004,1500,2026-01-11,about (middle)');
  expect(lines[3]).toBe(',,,,,,2026-11-08,');
});
