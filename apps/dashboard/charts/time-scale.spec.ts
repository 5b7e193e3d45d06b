import { monthTicks, timeScale } from './time-scale.js';

test('days are placed in proportion', () => {
  const x = timeScale('2026-01-01', '2026-01-11', 100);
  expect([x('2026-01-01'), x('2026-01-06'), x('2026-01-11')]).toEqual([0, 50, 100]);
});

test('months are named in full where there is room and thinned where there is not', () => {
  expect(monthTicks('2025-11-15', '2026-02-10', 6)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
  expect(monthTicks('2025-01-01', '2026-12-31', 8)).toHaveLength(8);
  expect(monthTicks('2026-03-02', '2026-03-20', 6)).toEqual([]);
});
