import fc from 'fast-check';
import { countedEnds, reaches } from './told.js';

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
