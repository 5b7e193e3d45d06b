import { isWithin, isWindowOf, judgedOn, missingTo, ownWindow, stateOf, type Target, targetKey } from './target.js';

const target: Target = {
  ...{ scope: '', indicator: 'K20', windowDays: 28, dueOn: '2026-06-30' },
  ...{ atLeast: 0.4, atMost: null },
};
const ends = (low: number, high = low) => ({ low, high });

test.each([
  [ends(0.4), 'yes'],
  [ends(0.399999999999), 'yes'],
  [ends(0.39), 'no'],
  [ends(0.38, 0.42), 'unsure'],
  [null, 'unknown'],
])('at least 40 %%: %o is within: %s', (found, within) => {
  expect(isWithin(found, target)).toBe(within);
});

test('a band asks for both ends, and what is certainly outside of one is outside', () => {
  const band = { atLeast: 0.1, atMost: 0.2 };
  expect(isWithin(ends(0.15), band)).toBe('yes');
  expect(isWithin(ends(0.2), band)).toBe('yes');
  expect(isWithin(ends(0.18, 0.22), band)).toBe('unsure');
  expect(isWithin(ends(0.25, 0.3), band)).toBe('no');
  expect(isWithin(ends(0.05, 0.09), band)).toBe('no');
  expect(isWithin(null, band)).toBe('unknown');
});

test('before its day nothing is missed, and after it the last Sunday up to the day counts', () => {
  // 30 June 2026 is a Tuesday.
  expect(judgedOn('2026-06-30')).toBe('2026-06-28');
  expect(judgedOn('2026-06-28')).toBe('2026-06-28');
  const at = (week: string, due: ReturnType<typeof ends> | null, now = due) => stateOf(target, week, { now, due });
  expect(at('2026-06-21', null, ends(0.3))).toBe('open');
  expect(at('2026-06-21', null, ends(0.41))).toBe('met');
  expect(at('2026-06-28', ends(0.41))).toBe('met');
  // What falls back afterwards was met all the same.
  expect(at('2026-07-26', ends(0.41), ends(0.2))).toBe('met');
  expect(at('2026-07-26', ends(0.3), ends(0.35))).toBe('missed');
  expect(at('2026-07-26', ends(0.3), ends(0.45))).toBe('late');
  expect(at('2026-07-26', ends(0.3), ends(0.38, 0.45))).toBe('missed');
  expect(at('2026-07-26', ends(0.39, 0.42), ends(0.45))).toBe('unsure');
  expect(at('2026-07-26', null, ends(0.45))).toBe('untold');
});

test('what is missing is told between what the publication leaves open, and only where something is', () => {
  const about = (found: ReturnType<typeof ends>, limits: Pick<Target, 'atLeast' | 'atMost'> = target) => {
    const missing = missingTo(found, limits);
    return missing && [missing.low, missing.high].map((share) => Math.round(share * 100));
  };
  expect(about(ends(0.3, 0.35))).toEqual([5, 10]);
  expect(about(ends(0.38, 0.41))).toBeNull();
  expect(about(ends(0.3), { atLeast: null, atMost: 0.2 })).toEqual([10, 10]);
});

test('only shares of people have targets, over the windows in which they are published', () => {
  expect(targetKey('K08')).toBe('K08');
  expect(targetKey('K04')).toBeNull();
  expect(targetKey('K11')).toBeNull();
  expect(targetKey('party')).toBeNull();
  expect([ownWindow('K08'), ownWindow('K20')]).toEqual([0, 28]);
  expect([isWindowOf('K08', 0), isWindowOf('K08', 28), isWindowOf('K20', 7), isWindowOf('K20', 5)]).toEqual([
    ...[true, false, true, false],
  ]);
});
