import { busiest, hourRows, hoursPerWeek, outsideOffice, toldPeople } from './hours.js';

const week = (busy: Record<number, number>) => Array.from({ length: 168 }, (_, hour) => busy[hour] ?? 0);

test('sums over four weeks are read per week; what may be nobody is nobody', () => {
  expect(
    hoursPerWeek([
      { low: 8, high: 8 },
      { low: 0, high: 2 },
      { low: 8, high: 12 },
    ]),
  ).toEqual([2, 0, 2.5]);
});

test('an hour tells no other figure than the one drawn, and none where there may be nobody or somebody', () => {
  const rows = hourRows([
    { low: 8, high: 12 },
    { low: 0, high: 2 },
    { low: 0, high: 0 },
  ]);
  expect(rows.map(({ people }) => people)).toEqual([2.5, 0, 0]);
  expect(rows.map(toldPeople)).toEqual([2.5, null, 0]);
  expect(rows[1]).toMatchObject({ day: 0, hour: 1, ends: { low: 0, high: 0.5 } });
});

test('the busiest hour is a day and an hour', () => {
  expect(busiest(week({ 34: 12, 58: 12, 10: 3 }))).toEqual({ day: 1, hour: 10 });
  expect(busiest(week({}))).toBeNull();
});

test('evenings, early mornings and weekends are outside of the office', () => {
  // Monday at seven, at eight, at seven and at eight in the evening; Saturday at ten.
  expect(outsideOffice(week({ 7: 1, 8: 1, 19: 1, 20: 1, 130: 1 }))).toBeCloseTo(3 / 5, 12);
  expect(outsideOffice(week({}))).toBeNull();
});
