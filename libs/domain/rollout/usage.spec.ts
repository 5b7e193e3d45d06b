import { type Outcome } from '../indicators/indicator.js';
import { quotient, undefinedFor } from '../indicators/outcome.js';
import { habitSegments } from '../indicators/k12-habit.js';
import { type IndicatorRow } from '../indicators/rows.js';
import { exactly } from '../statistics/interval.js';
import { wilsonOver } from '../statistics/wilson.js';
import { datedOf, habitWeeks, usageSentence } from './usage.js';

const masked: Outcome = { ...undefinedFor(), shown: 'masked' };

test.each([
  ['nothing is published', null, 'usage.unpublished'],
  ['nobody is known to be there', undefinedFor(), 'usage.no_directory'],
  ['no source tells it', undefinedFor('source_without_events'), 'usage.hidden'],
  ['too few people are there', masked, 'usage.hidden'],
] as const)('habit is told apart where %s', (_, now, key) => {
  expect(usageSentence(now, null).key).toBe(key);
});

const share = (low: number, high: number, of: number): Outcome => ({
  ...{ numerator: { low, high }, denominator: exactly(of), n: of, shown: 'value' },
  ...{ value: (low + high) / 2 / of, ...wilsonOver({ low, high }, exactly(of))! },
});

test.each([
  ['ends that hold a doubling', share(34, 89, 1229), share(17, 73, 1053), 'usage.unclear'],
  ['few people, of whom one more acts', share(12, 12, 60), share(9, 9, 60), 'usage.unclear'],
  ['ends near enough', share(400, 402, 1000), share(398, 404, 1000), 'usage.steady'],
  ['nobody, twice', share(0, 0, 500), share(0, 0, 500), 'usage.steady'],
  ['a rise beyond chance', share(300, 302, 1000), share(200, 204, 1000), 'usage.rising'],
  ['a fall beyond chance', share(200, 204, 1000), share(300, 302, 1000), 'usage.falling'],
])('habit is compared over %s', (_, now, earlier, key) => {
  expect(usageSentence(now, earlier).key).toBe(key);
});

test('people told in a band are about so many', () => {
  const banded = { ...share(34, 89, 1228.5), denominator: { low: 1221, high: 1236 } };
  expect(usageSentence(banded, null).params).toMatchObject({ of: 1229, about: 1 });
  expect(usageSentence(share(34, 89, 1229), null).params).toMatchObject({ about: 0 });
});

test('a dated figure keeps the ends of its people', () => {
  const outcome = quotient(exactly(6620), exactly(20547), { low: 1019, high: 1060 });
  const row = { ...outcome, indicator: 'K05', slice: 'all', node: 'all', periodEnd: '2026-11-15', window: 28 } as const;
  expect(datedOf(row)).toEqual({ ...outcome, periodEnd: '2026-11-15' });
});

const weekOf = (segments: readonly number[], half: number, weekEnd = '2026-10-25'): IndicatorRow[] => {
  const row = (indicator: IndicatorRow['indicator'], people: number): IndicatorRow => ({
    ...{ indicator, slice: 'all', node: 'all', periodEnd: weekEnd, window: 84 },
    ...{ numerator: { low: people - half, high: people + half }, denominator: exactly(100), n: 100, shown: 'value' },
    ...{ value: people / 100, low: (people - 5) / 100, high: (people + 5) / 100 },
  });
  return [row('K12', 31), ...segments.map((people, place) => row(`K12.${habitSegments[place]!}`, people))];
};

test('segments of habit add up to one where they are drawn, and keep what is published of them with its ends', () => {
  // Five bands whose middles add up to 102 of 100 people.
  const rows = weekOf([12, 20, 30, 20, 20], 1);
  const [week] = habitWeeks(rows);
  expect(Object.values(week!.shares).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
  expect(week!.shares.power).toBeCloseTo(12 / 102, 10);
  expect(week!.published.power).toEqual({ value: 0.12, low: 0.07, high: 0.17 });
  expect(week!.counts.power).toEqual({ low: 11, high: 13 });
  expect(habitWeeks(rows.slice(0, -1))).toEqual([]);
});

test('those who act regularly are the count that is published of them, not the middles of two bands', () => {
  expect(habitWeeks(weekOf([12, 20, 30, 20, 20], 1))[0]!.habitual).toEqual({ low: 30, high: 32 });
});

test('a week whose bands are wide is told, not drawn', () => {
  const weeks = habitWeeks([...weekOf([12, 20, 30, 20, 20], 1), ...weekOf([12, 20, 30, 20, 20], 3, '2026-11-01')]);
  expect(weeks.map(({ weekEnd, isDrawn }) => [weekEnd, isDrawn])).toEqual([
    ['2026-10-25', true],
    ['2026-11-01', false],
  ]);
});
