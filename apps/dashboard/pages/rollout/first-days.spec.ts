import { type Lags } from '#contract/lags.js';
import { firstDays } from './first-days.js';

const point = (at: number, value: number, atRisk: number) => ({ at, value, low: value, high: value, atRisk });
const lags = (followUp: number): Lags => ({
  ...{ kind: 'activation', unit: 'days', weekEnd: '2026-03-01', dealt: 'site', test: null },
  sides: [
    {
      ...{ key: 'all', name: 'All', position: null, people: 100, units: 1, reason: null },
      curve: {
        ...{ people: { low: 300, high: 300 }, events: { low: 200, high: 200 }, followUp },
        risk: [],
        points: [point(0, 0.2, 300), point(3, 0.5, 240), point(20, 0.7, 100)],
        median: { value: 3, low: 3, high: 3 },
      },
    },
  ],
});

test('one row a day up to the fourteenth, each with the share reached by then', () => {
  const rows = firstDays(lags(40));
  expect(rows.map(({ day }) => day)).toEqual(Array.from({ length: 15 }, (_, day) => day));
  expect([rows[2]?.value, rows[3]?.value, rows[14]?.value]).toEqual([0.2, 0.5, 0.5]);
  expect(rows[7]?.atRisk).toBe(100);
});

test('no further than anybody was followed, and nothing where it is not told', () => {
  expect(firstDays(lags(6))).toHaveLength(7);
  expect(firstDays({ ...lags(6), sides: [] })).toEqual([]);
});
