import { nextIssue } from './next-issue.js';

test.each([
  ['week', '2026-11-15', { kind: 'week' }],
  ['month', null, { kind: 'week' }],
  ['month', '2026-11-15', { kind: 'month', day: '2026-12-01' }],
  ['month', '2026-12-06', { kind: 'month', day: '2027-01-01' }],
  ['month', '2027-01-31', { kind: 'month', day: '2027-02-01' }],
  ['four_weeks', '2026-11-22', { kind: 'four_weeks', day: '2026-12-20' }],
  ['four_weeks', null, { kind: 'four_weeks', day: '2026-12-20' }],
  ['four_weeks', '2026-11-15', { kind: 'four_weeks', day: '2026-11-22' }],
] as const)('by %s after %s', (cadence, lastWeek, expected) => {
  expect(nextIssue({ cadence, lastWeek }, '2026-11-23')).toEqual(expected);
});
