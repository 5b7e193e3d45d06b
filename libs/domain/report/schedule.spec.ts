import { dueWeek, isWanted, type Schedule, sendingTime, triedAgainAt } from './schedule.js';

const paris: Schedule = { cadence: 'week', hour: 8, timezone: 'Europe/Paris' };
const told = (weekEnd: string, publishedAt: string) => ({ weekEnd, publishedAt: new Date(publishedAt) });

test.each([
  ['Europe/Paris', 8, '2026-11-16T01:00:00Z', '2026-11-16T07:00:00.000Z'],
  ['Europe/Paris', 8, '2026-11-16T07:00:00Z', '2026-11-16T07:00:00.000Z'],
  ['Europe/Paris', 8, '2026-11-16T07:00:01Z', '2026-11-17T07:00:00.000Z'],
  ['Europe/Paris', 8, '2026-07-06T01:00:00Z', '2026-07-06T06:00:00.000Z'],
  ['Asia/Kolkata', 9, '2026-11-16T01:00:00Z', '2026-11-16T03:30:00.000Z'],
  ['America/Los_Angeles', 18, '2026-11-16T01:00:00Z', '2026-11-16T02:00:00.000Z'],
  // The hour that Paris skips in spring is that of the day after.
  ['Europe/Paris', 2, '2026-03-28T12:00:00Z', '2026-03-30T00:00:00.000Z'],
  // The one that it has twice in autumn comes once.
  ['Europe/Paris', 2, '2026-10-24T12:00:00Z', '2026-10-25T00:00:00.000Z'],
])('in %s at %i h from %s on: %s', (timezone, hour, from, at) => {
  expect(sendingTime({ hour, timezone }, new Date(from)).toISOString()).toBe(at);
});

test.each([
  ['week', '2026-11-15', '2026-11-08', true],
  ['week', '2026-11-15', '2026-11-15', false],
  ['four_weeks', '2026-11-22', '2026-11-15', true],
  ['four_weeks', '2026-11-15', '2026-11-08', false],
  ['month', '2026-11-08', '2026-11-01', false],
  ['month', '2026-12-06', '2026-11-01', true],
  ['month', '2027-01-03', '2026-12-06', true],
  ['month', '2026-11-08', null, true],
] as const)('by %s, the week of %s after that of %s: %s', (cadence, weekEnd, last, wanted) => {
  expect(isWanted(cadence, weekEnd, last)).toBe(wanted);
});

test('an issue waits for its hour after the publication, and of several missed weeks the newest goes', () => {
  const weeks = [told('2026-11-08', '2026-11-09T02:00:00Z'), told('2026-11-15', '2026-11-16T02:00:00Z')];
  const at = (now: string) => dueWeek(paris, weeks, '2026-11-01', new Date(now));
  expect(at('2026-11-09T06:59:00Z')).toBeNull();
  expect(at('2026-11-09T07:00:00Z')).toBe('2026-11-08');
  expect(at('2026-11-16T06:59:00Z')).toBe('2026-11-08');
  expect(at('2026-11-20T12:00:00Z')).toBe('2026-11-15');
  expect(dueWeek(paris, weeks, '2026-11-15', new Date('2026-12-01T00:00:00Z'))).toBeNull();
});

test('a mail is tried again later and later, and then no more', () => {
  const now = new Date('2026-11-16T08:00:00Z');
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => {
    const at = triedAgainAt(attempts, now);
    return at && (at.getTime() - now.getTime()) / 60_000;
  });
  expect(waits).toEqual([2, 10, 30, 120, 360, 720, null]);
});
