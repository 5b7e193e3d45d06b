import { line } from './indicators.command.js';
import { reasonOf, whyMissing } from './why-nothing.js';

const row = {
  ...{ indicator: 'K20' as const, slice: 'lyon', periodEnd: '2026-09-20', window: '28' as const },
  ...{ numerator: 214, denominator: 1334, value: 213.5 / 1334, low: 0.14, high: 0.18 },
};

test('a banded count is written with both of its ends, and nobody is half a person', () => {
  expect(line({ ...row, numeratorEnds: [213, 214] })).toBe('2026-09-20  K20        28     lyon  0.16  213–214/1334');
  expect(line({ ...row, numerator: 213 })).toContain('  213/1334');
  expect(line({ ...row, numerator: null, value: null })).toContain('  –  –/1334');
  expect(line({ ...row, denominator: null })).not.toContain('/');
});

test('weeks of arrival that are read together are named by both ends', () => {
  const arrived = { ...row, indicator: 'K11' as const, cohort: '2026-04-27', lag: 0 };
  expect(line({ ...arrived, cohortEnd: '2026-05-18' })).toContain('lyon  2026-04-27–2026-05-18 +0  0.16');
  expect(line({ ...arrived, cohortEnd: '2026-04-27' })).toContain('lyon  2026-04-27 +0  0.16');
  expect(line(arrived)).toContain('lyon  2026-04-27 +0  0.16');
});

const facts = {
  ...{ by: 'level' as const, from: '2026-09-01', to: '2026-09-30', weeks: ['2026-09-20', '2026-09-13'] },
  ...{ levels: 0, waves: 0, exemplarity: true, awaitsWord: false },
};

test.each([
  [{ weeks: [] }, '`essor wait`'],
  [{ weeks: [], awaitsWord: true }, '`essor org publish`'],
  [{ from: '2026-10-01', to: '2026-10-04' }, 'published are 2026-09-13 to 2026-09-20'],
  [{}, 'too few at every level'],
  [{ exemplarity: false }, 'org modules --on exemplarity'],
  [{ by: 'wave' as const }, 'No wave is declared'],
  [{ levels: 3 }, 'Nothing is published of this indicator'],
])('an answer without rows says why: %j', (change, words) => {
  expect(reasonOf({ ...facts, ...change })).toContain(words);
});

test('slices that wait for the end of their block are named, with the Sunday on which they speak', () => {
  const waiting = ['w1', 'w3'].flatMap((slice) => ['2026-09-13', '2026-09-06'].map((weekEnd) => ({ slice, weekEnd })));
  expect(whyMissing(waiting)).toContain('No row for w1, w3 on 2026-09-06, 2026-09-13: ');
  expect(whyMissing(waiting)).toContain('(2026-09-27)');
  const many = Array.from({ length: 9 }, (_, index) => ({ slice: `site-${index}`, weekEnd: '2026-09-06' }));
  expect(whyMissing(many)).toContain('site-7 and 1 more on 2026-09-06');
});
