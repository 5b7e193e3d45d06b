import { type SummaryNumber } from '#contract/summary.js';
import { changeOf, pastOf, toneOf } from './number-change.js';

const measured = (value: number, n: number) => ({
  ...{ numerator: null, denominator: null, low: null, high: null },
  ...{ value, n, shown: 'value' as const },
});

const number = (rest: Partial<SummaryNumber>): SummaryNumber => ({
  ...{ key: 'K20', window: 28, asOf: '2026-11-15', beforeEnd: '2026-10-18', trend: 'down', past: [] },
  ...{ now: measured(0.2, 400), before: measured(0.25, 400), sentence: { key: '', params: {} } },
  ...rest,
});

test('a change has points, a stable number and a small site only a word', () => {
  expect(changeOf(number({}))?.points).toBeCloseTo(-0.05);
  expect(changeOf(number({ trend: 'stable' }))).toEqual({ trend: 'stable', points: null, since: '2026-10-18' });
  expect(changeOf(number({ now: measured(0.2, 59) }))?.points).toBeNull();
});

test('what publication leaves open is told by both ends, and of a small site not at all', () => {
  const counted = (low: number, high: number, of: number) => ({
    ...measured((low + high) / 2 / of, of),
    ...{ numerator: { low, high }, denominator: { low: of, high: of } },
  });
  const sides = { before: counted(256, 341, 1000), now: counted(228, 322, 1000) };
  const change = changeOf(number({ trend: 'unclear', ...sides }));
  expect(change).toMatchObject({ trend: 'unclear', points: null });
  const open = change?.trend === 'unclear' ? change.open : null;
  expect(open?.low).toBeCloseTo(-0.113);
  expect(open?.high).toBeCloseTo(0.066);
  expect(changeOf(number({ trend: 'unclear', before: counted(5, 9, 50), now: counted(6, 12, 50) }))).toBeNull();
  expect(
    toneOf({ trend: 'unclear', points: null, open: { low: -0.1, high: 0.1 }, since: '2026-10-18' }),
  ).toBeUndefined();
});

test('nothing before, no change', () => {
  expect(changeOf(number({ trend: 'unknown' }))).toBeNull();
  expect(changeOf(number({ before: null, beforeEnd: null }))).toBeNull();
});

test('weeks without a state are skipped, weeks without a window stay gaps', () => {
  const past = [0.1, null, 0.2].map((value) => ({ weekEnd: '2026-11-15', value }));
  expect(pastOf(number({ past, window: null }))).toEqual([0.1, 0.2]);
  expect(pastOf(number({ past }))).toEqual([0.1, null, 0.2]);
});

test('half a point has no colour', () => {
  const since = '2026-10-18';
  expect(toneOf({ trend: 'down', points: -0.006, since })).toBeUndefined();
  expect(toneOf({ trend: 'down', points: -0.06, since })).toBe('attention');
  expect(toneOf({ trend: 'up', points: null, since })).toBe('good');
  expect(toneOf({ trend: 'stable', points: null, since })).toBeUndefined();
});
