import { daysLeft } from './days-left.js';

it.each([
  ['2026-11-28', 5],
  ['2026-11-23', 0],
  ['2026-11-22', -1],
  ['2027-11-23', 365],
])('%s is %i days from 23 November 2026', (lastDay, days) => {
  expect(daysLeft(lastDay, '2026-11-23')).toBe(days);
});
