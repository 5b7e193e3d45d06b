import { addDays } from '../calendar/day.js';
import { share } from '../indicators/outcome.js';
import { type CountRow, Publication } from '../indicators/publication.js';
import {
  endsOf,
  exemplaritySentence,
  isImprecise,
  leadWeeks,
  levelRow,
  managersShare,
  othersOf,
} from './exemplarity.js';
import { exactly } from '../statistics/interval.js';
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
    weeklyEnd: week,
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
  [15, 18, 'exemplarity.leads_short'],
  // 13 to 29 %: the quarter lies within.
  [20, 45, 'exemplarity.leads_unsure'],
])('%i daily managers of 100 against %i of 900: %s', (managers, others, key) => {
  const { overall, others: rest } = read(managers, others);
  expect(exemplaritySentence(overall, rest, false).key).toBe(key);
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
  expect(exemplaritySentence(few.overall, few.others, true).key).toBe('exemplarity.too_few');
  // Above the whole organisation there is no level to be sent to.
  expect(exemplaritySentence(few.overall, few.others, false).key).toBe('exemplarity.untold');
});

describe('a figure published between two ends', () => {
  const of = (low: number, high: number) => ({ numerator: { low, high }, denominator: { low: 100, high: 100 } });

  it('is too imprecise for a finding beyond twenty points, not at them', () => {
    expect(isImprecise(of(10, 30))).toBe(false);
    expect(isImprecise(of(10, 31))).toBe(true);
    expect(isImprecise({ numerator: null, denominator: null })).toBe(false);
  });
});

test('managers among everyone: by the centres of what is published, nothing where nobody is', () => {
  const people = (low: number, high = low) => ({ people: { low, high } });
  expect(managersShare(people(100), people(900))).toBe(0.1);
  expect(managersShare(people(9, 11), people(89, 91))).toBe(0.1);
  expect(managersShare(people(10), { people: null })).toBeNull();
  expect(managersShare(people(0), people(0))).toBeNull();
});

test('the Sundays read are the newest that tell how managers stand to the others', () => {
  const [now, before] = [week, addDays(week, -7)];
  const rowsOf = (weekEnd: string, managers: [number, number], weekly: [number, number]): CountRow[] => [
    { population: 'managers', days: 0, node: 'acme', weekEnd, counts: { people: [284, 284] } },
    { population: 'managers', days: 28, node: 'acme', weekEnd, counts: { daily: managers } },
    { population: 'managers', days: 7, node: 'acme', weekEnd, counts: { active: weekly } },
    { population: 'others', days: 0, node: 'acme', weekEnd, counts: { people: [1501, 1501] } },
    { population: 'others', days: 28, node: 'acme', weekEnd, counts: { daily: [40, 60] } },
    { population: 'others', days: 7, node: 'acme', weekEnd, counts: { active: [400, 420] } },
  ];
  const ends = (newest: [number, number]) => {
    const trees = new Map([now, before].map((day) => [day, steady.publication.tree(week)]));
    // A width of more than half of the people is published, and no figure.
    const rows = [...rowsOf(now, newest, [20, 250]), ...rowsOf(before, [56, 88], [150, 220])];
    const publication = new Publication(trees, rows);
    return endsOf({ publication, rules: steady.rules, place: steady.publication.tree(week).root!, week }, []);
  };
  expect(ends([10, 170])).toEqual({ windowEnd: before, weeklyEnd: before });
  expect(ends([56, 88])).toEqual({ windowEnd: now, weeklyEnd: before });
});

test('a landmark inside the band is neither reached nor missed', () => {
  const daily = share({ low: 56, high: 88 }, exactly(284), 10);
  const { overall, others } = read(50, 10);
  const between = { ...overall, daily };
  expect(exemplaritySentence(between, others, false).key).toBe('exemplarity.leads_unsure');
});
