import fc from 'fast-check';
import { countedEnds, reaches, shareEnds } from './told.js';

const people = (low: number, high: number, of = 100) =>
  ({ numerator: { low, high }, denominator: { low: of, high: of }, shown: 'value' }) as const;

test.each([
  [people(90, 92), 'yes'],
  [people(88, 92), 'unsure'],
  [people(85, 89), 'no'],
  [{ ...people(90, 92), shown: 'masked' } as const, 'unknown'],
  [null, 'unknown'],
] as const)('%o against a limit of 90 %% is %s', (outcome, certainty) => {
  expect(reaches(countedEnds(outcome), 0.9)).toBe(certainty);
});

test('a share is told from the fewest of most to the most of fewest, and not at all where nobody may be counted', () => {
  expect(shareEnds({ low: 10, high: 31 }, { low: 80, high: 100 })).toEqual({ low: 0.1, high: 31 / 80 });
  expect(shareEnds({ low: 78, high: 82 }, { low: 80, high: 80 })).toEqual({ low: 78 / 80, high: 1 });
  expect(shareEnds({ low: 0, high: 0 }, { low: 0, high: 2 })).toBeNull();
  expect(shareEnds(null, { low: 5, high: 5 })).toBeNull();
});

test('whatever the true count, nothing that is said of it is wrong', () => {
  const part = fc.record({ low: fc.nat(100), more: fc.nat(30), at: fc.nat(30), limit: fc.nat(100) });
  fc.assert(
    fc.property(part, ({ low, more, at, limit }) => {
      const high = Math.min(100, low + more);
      const said = reaches(countedEnds(people(low, high)), limit / 100);
      const isTrue = Math.min(high, low + at) >= limit;
      expect(said === 'unsure' || said === (isTrue ? 'yes' : 'no')).toBe(true);
    }),
  );
});
