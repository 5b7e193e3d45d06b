import { firstShapeWeek, shapeWeeks } from './shape-weeks.js';

const told = (periodEnd: string, value: number | null = 0.5) => ({ periodEnd, value });

test('small curves begin with the first week that is told, and go back half a year at most', () => {
  expect(shapeWeeks([told('2026-11-15'), told('2026-11-01'), told('2026-10-04', null)], '2026-11-15')).toEqual([
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
  ]);
  const long = shapeWeeks([told('2025-01-05')], '2026-11-15');
  expect(long).toHaveLength(26);
  expect(long[0]).toBe(firstShapeWeek('2026-11-15'));
  expect(shapeWeeks([], '2026-11-15')).toEqual(['2026-11-15']);
});
