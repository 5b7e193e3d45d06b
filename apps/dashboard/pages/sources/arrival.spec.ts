import { shownSince, type SourceHour } from '#contract/sources.js';
import { arrivalOf, delayOf, heardWithin, hourColumns, isEmptied, stillIn, takenBack, totalsOf } from './arrival.js';

const now = new Date('2026-11-21T12:20:00Z');
const hour = (at: string, received: number, rejected = 0): SourceHour => ({
  ...{
    hour: at,
    received,
    rejected,
    accepted: received - rejected,
    duplicates: 0,
    skipped: 0,
    droppedFields: 0,
    lagSeconds: null,
  },
});

test.each([
  ['http', null, 'never'],
  ['http', '2026-11-21T11:00:00Z', 'live'],
  ['http', '2026-11-20T12:00:00Z', 'live'],
  ['http', '2026-11-20T11:00:00Z', 'silent'],
  ['file', null, 'files'],
  ['file', '2025-01-01T00:00:00Z', 'files'],
] as const)('%s last heard %s: %s', (kind, lastHour, expected) => {
  expect(arrivalOf({ kind, lastHour }, now)).toBe(expected);
});

test('every hour of two days has a column, the current one last', () => {
  const columns = hourColumns([hour('2026-11-21T12:00:00Z', 7, 1), hour('2026-11-01T12:00:00Z', 99)], now);
  expect(columns).toHaveLength(48);
  expect(columns.at(-1)).toEqual({ hour: '2026-11-21T12:00:00.000Z', received: 7, rejected: 1 });
  expect(columns.at(-2)?.received).toBe(0);
  expect(columns[0]?.hour).toBe('2026-11-19T13:00:00.000Z');
});

test('counters add up, and a line that is refused again is told apart', () => {
  const sources = [
    { hours: [hour('a', 7, 3), hour('b', 3)], refusedAgain: 2 },
    { hours: [hour('a', 5)], refusedAgain: 0 },
  ];
  expect(totalsOf(sources)).toEqual({ received: 15, accepted: 12, duplicates: 0, refused: 1, again: 2, skipped: 0 });
});

test('what is counted beside the hours has their span: a file of which no hour is shown takes nothing off', () => {
  expect(shownSince(now).toISOString()).toBe(hourColumns([], now)[0]!.hour);
  // Handed in less than two days ago, in an hour that began before.
  expect(new Date('2026-11-19T12:40:00Z') < shownSince(now)).toBe(true);
  expect(shownSince(new Date('2026-11-21T12:00:00Z')).toISOString()).toBe('2026-11-19T13:00:00.000Z');
});

test.each([
  [4, 'seconds', 4],
  [150, 'minutes', 3],
  [9000, 'hours', 3],
  [400_000, 'days', 5],
] as const)('%i seconds are %s', (seconds, unit, n) => {
  expect(delayOf(seconds)).toEqual({ unit, n });
});

test.each([
  ['2026-11-22T09:00:00Z', '2026-11-22T09:53:00Z', 'hours', 1],
  ['2026-11-22T08:00:00Z', '2026-11-22T09:05:00Z', 'hours', 2],
  ['2026-11-20T09:00:00Z', '2026-11-22T09:05:00Z', 'days', 2],
])('something counted at %s came at most so long before %s', (lastHour, now, unit, n) => {
  expect(heardWithin(lastHour, new Date(now))).toEqual({ unit, n });
});

test('what was taken back within the hours shown is told beside what arrived', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const handedIn = (createdAt: string, undoneEvents: number | null) => ({ createdAt, undoneEvents });
  expect(takenBack([handedIn('2026-11-22T10:00:00Z', 6316), handedIn('2026-11-22T11:00:00Z', null)], now)).toBe(6316);
  expect(takenBack([handedIn('2026-11-19T10:00:00Z', 6316)], now)).toBe(0);
  expect(stillIn(42_516, 23_274)).toBe(19_242);
  expect(stillIn(12, 6316)).toBe(0);
});

test('nothing is left once every file of activity was undone, and nothing else ever came', () => {
  const file = { kind: 'file', lastHour: '2026-11-22T10:00:00Z' };
  const [day, rest] = ['2026-11-20', { dryRun: false }];
  const undone = { ...rest, state: 'undone', completeThrough: day, undoneEvents: 4365 };
  const people = { ...rest, state: 'done', completeThrough: null, undoneEvents: null };
  const again = { ...rest, state: 'done', completeThrough: day, undoneEvents: null };
  const known = { sources: [file], imports: [undone, people], pulls: [] };
  expect(isEmptied(known)).toBe(true);
  expect(isEmptied({ ...known, imports: [again, undone] })).toBe(false);
  expect(isEmptied({ ...known, imports: [people] })).toBe(false);
  expect(isEmptied({ ...known, sources: [file, { ...file, kind: 'http' }] })).toBe(false);
  expect(isEmptied({ ...known, pulls: [{}] })).toBe(false);
});
