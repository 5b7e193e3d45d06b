import { type ShownWeek } from '#contract/organization.js';
import { undoneWeeks } from './undone-weeks.js';

const on = '2026-03-12T11:00:00.000Z';
const later = '2026-03-14T11:00:00.000Z';
const week = (weekEnd: string, undoneAt: string | null, groupsUndoneAt = undoneAt) =>
  ({ weekEnd, undoneAt, groupsUndoneAt }) as ShownWeek;

test('a page says which weeks an undone import is behind, and when it was undone last', () => {
  const weeks = [week('2026-03-22', null), week('2026-03-15', on), week('2026-03-08', later), week('2026-03-01', on)];
  const found = { from: '2026-03-01', to: '2026-03-15', count: 3, at: later, isOfGroups: false };
  expect(undoneWeeks(weeks, false)).toEqual(found);
  expect(undoneWeeks(weeks, true)).toEqual(found);
});

test('once the figures are told anew, only a page of groups says that these are not', () => {
  const weeks = [week('2026-03-15', null, on), week('2026-03-08', null)];
  expect(undoneWeeks(weeks, false)).toBeNull();
  expect(undoneWeeks(weeks, true)).toEqual({
    ...{ from: '2026-03-15', to: '2026-03-15', count: 1, at: on, isOfGroups: true },
  });
});

test('where nothing was undone nothing is said', () => {
  expect(undoneWeeks([], true)).toBeNull();
  expect(undoneWeeks([week('2026-03-08', null)], true)).toBeNull();
});
