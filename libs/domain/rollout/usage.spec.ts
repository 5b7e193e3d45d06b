import { type Outcome } from '../indicators/indicator.js';
import { undefinedFor } from '../indicators/outcome.js';
import { habitSegments } from '../indicators/k12-habit.js';
import { type IndicatorRow } from '../indicators/rows.js';
import { exactly } from '../statistics/interval.js';
import { habitWeeks, usageSentence } from './usage.js';

const masked: Outcome = { ...undefinedFor(), shown: 'masked' };

test.each([
  ['nothing is published', null, 'usage.unpublished'],
  ['nobody is known to be there', undefinedFor(), 'usage.no_directory'],
  ['no source tells it', undefinedFor('source_without_events'), 'usage.hidden'],
  ['too few people are there', masked, 'usage.hidden'],
] as const)('habit is told apart where %s', (_, now, key) => {
  expect(usageSentence(now, null).key).toBe(key);
});

test('segments of habit add up to one where they are drawn, and keep what is published of them with its ends', () => {
  // Five bands whose middles add up to 102 of 100 people.
  const rows = [12, 20, 30, 20, 20].map((people, place): IndicatorRow => ({
    ...{ indicator: `K12.${habitSegments[place]!}`, slice: 'all', node: 'all', periodEnd: '2026-10-25', window: 84 },
    ...{ numerator: { low: people - 1, high: people + 1 }, denominator: exactly(100), n: 100, shown: 'value' },
    ...{ value: people / 100, low: (people - 5) / 100, high: (people + 5) / 100 },
  }));
  const [week] = habitWeeks(rows);
  expect(Object.values(week!.shares).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
  expect(week!.shares.power).toBeCloseTo(12 / 102, 10);
  expect(week!.published.power).toEqual({ value: 0.12, low: 0.07, high: 0.17 });
  expect(habitWeeks(rows.slice(1))).toEqual([]);
});
