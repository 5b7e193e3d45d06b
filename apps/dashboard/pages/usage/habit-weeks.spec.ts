import { drawnWeeks, namedWeek } from './habit-weeks.js';

const weeks = (...drawn: boolean[]) => drawn.map((isDrawn, at) => ({ isDrawn, at }));

test('the note speaks of the week whose shares the picture names', () => {
  expect(namedWeek(weeks(true, true, false, false))?.at).toBe(1);
  expect(namedWeek(weeks(true, true, true))?.at).toBe(2);
});

test('one week makes no area, and the note speaks of the last week', () => {
  expect(drawnWeeks(weeks(true, false, false))).toEqual([]);
  expect(namedWeek(weeks(true, false, false))?.at).toBe(2);
  expect(namedWeek([])).toBeUndefined();
});
