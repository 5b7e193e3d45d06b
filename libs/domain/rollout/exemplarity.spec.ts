import { type CountRow, Publication } from '../indicators/publication.js';
import {
  exemplaritySentence,
  isImprecise,
  leadWeeks,
  levelRow,
  managersShare,
  othersOf,
  shareEnds,
} from './exemplarity.js';
import { steady } from './testing/acme.js';

const week = steady.week!;

const read = (managers: number, others: number, size = 100) => {
  const at = (population: string, people: number, daily: number): CountRow[] => [
    { population, days: 0, node: 'acme', weekEnd: week, counts: { people: [people, people] } },
    { population, days: 28, node: 'acme', weekEnd: week, counts: { daily: [daily, daily] } },
  ];
  const rows = [...at('managers', size, managers), ...at('others', 900, others)];
  const publication = new Publication(new Map([[week, steady.publication.tree(week)]]), rows);
  const where = {
    publication,
    rules: steady.rules,
    place: steady.publication.tree(week).root!,
    week,
    windowEnd: week,
  };
  return { overall: levelRow(where, 'managers'), others: othersOf(where) };
};

test.each([
  [50, 153, 'exemplarity.leads'],
  [5, 153, 'exemplarity.lags'],
  [20, 153, 'exemplarity.even'],
  // Newcombe’s interval of the gap leaves zero out; those of both shares overlap, and nothing is claimed.
  [27, 153, 'exemplarity.even'],
  // Ahead of the others, and no example: fewer than the quarter that the diagnostic wants.
  [20, 45, 'exemplarity.leads_short'],
])('%i daily managers of 100 against %i of 900: %s', (managers, others, key) => {
  const { overall, others: rest } = read(managers, others);
  expect(exemplaritySentence(overall, rest).key).toBe(key);
});

test('weeks are counted in which both are told and apart', () => {
  const row = (periodEnd: string, daily: number, people: number) => {
    const { overall } = read(daily, 100, people);
    return { ...overall.daily, periodEnd };
  };
  const others = ['2021-01-03', '2021-01-10', '2021-01-17'].map((day) => row(day, 200, 1000));
  const managers = [row('2021-01-03', 50, 100), row('2021-01-10', 21, 100), row('2021-01-24', 50, 100)];
  expect(leadWeeks(managers, others)).toEqual({ above: 1, below: 0, of: 2 });
});

test('the gap comes with its ratio, and few managers say so', () => {
  const { overall } = read(25, 153);
  expect(overall.gaps.daily?.points.value).toBeCloseTo(0.08, 10);
  expect(overall.gaps.daily?.ratio?.value).toBeCloseTo(25 / 17, 10);
  expect(overall.gaps.weekly).toBeNull();
  const few = read(3, 153, 9);
  expect(few.overall.tooFew).toBe(true);
  expect(exemplaritySentence(few.overall, few.others).key).toBe('exemplarity.too_few');
});

describe('a figure published between two ends', () => {
  const of = (low: number, high: number) => ({ numerator: { low, high }, denominator: { low: 100, high: 100 } });

  it('is too imprecise for a finding beyond twenty points, not at them', () => {
    expect(isImprecise(of(10, 30))).toBe(false);
    expect(isImprecise(of(10, 31))).toBe(true);
    expect(isImprecise({ numerator: null, denominator: null })).toBe(false);
  });

  it('is told by its ends, and not at all where nobody is counted', () => {
    expect(shareEnds(of(10, 31))).toEqual({ low: 0.1, high: 0.31 });
    expect(shareEnds({ numerator: { low: 0, high: 0 }, denominator: { low: 0, high: 0 } })).toBeNull();
    expect(shareEnds({ numerator: null, denominator: { low: 5, high: 5 } })).toBeNull();
  });
});

test('managers among everyone: by the centres of what is published, nothing where nobody is', () => {
  const people = (low: number, high = low) => ({ people: { low, high } });
  expect(managersShare(people(100), people(900))).toBe(0.1);
  expect(managersShare(people(9, 11), people(89, 91))).toBe(0.1);
  expect(managersShare(people(10), { people: null })).toBeNull();
  expect(managersShare(people(0), people(0))).toBeNull();
});
