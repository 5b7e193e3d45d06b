import fc from 'fast-check';
import { addDays, type Day, isoWeekday } from '../calendar/day.js';
import { gapsOf } from './gaps.js';

const monday = '2026-01-05';

/** `weeks` weeks of a source that has so many events from Monday to Friday, and none at week ends. */
function working(weeks: number, events = 40): Map<Day, number> {
  const days = Array.from({ length: 7 * weeks }, (_, n) => addDays(monday, n));
  return new Map(days.filter((day) => isoWeekday(day) <= 5).map((day) => [day, events]));
}
const without = (counts: Map<Day, number>, days: readonly Day[]) =>
  new Map([...counts].filter(([day]) => !days.includes(day)));
const lastOf = (counts: ReadonlyMap<Day, number>) => [...counts.keys()].sort().at(-1) ?? monday;
const gaps = (counts: Map<Day, number>, more: Partial<Parameters<typeof gapsOf>[1]> = {}) =>
  gapsOf(counts, { through: lastOf(counts), countries: [], ...more });

describe('gaps of a source', () => {
  it('are not its week ends', () => {
    expect(gaps(working(20))).toEqual([]);
  });

  it('are told with their ends, their days and what is usual then', () => {
    const lost = ['2026-02-12', '2026-02-13', '2026-02-16'];
    expect(gaps(without(working(12), lost))).toEqual([{ from: '2026-02-12', to: '2026-02-16', days: 3, usual: 120 }]);
  });

  it('may be longer than the weeks that are looked at', () => {
    const lost = Array.from({ length: 42 }, (_, n) => addDays('2026-03-02', n));
    expect(gaps(without(working(24), lost))).toMatchObject([{ from: '2026-03-02', to: '2026-04-10', days: 30 }]);
  });

  it('go on to the last day that could have events', () => {
    const counts = working(8);
    expect(gaps(counts, { through: addDays(lastOf(counts), 5) })).toMatchObject([{ from: '2026-03-02', days: 3 }]);
  });

  it('are neither public holidays nor days that are excused', () => {
    const easter = '2026-04-06';
    const counts = without(working(24), [easter, '2026-05-20']);
    expect(gaps(counts)).toHaveLength(2);
    expect(gaps(counts, { countries: ['FR'] })).toMatchObject([{ from: '2026-05-20' }]);
    expect(gaps(counts, { countries: ['FR'], isExcused: (day) => day === '2026-05-20' })).toEqual([]);
  });

  it('know the holidays of every country of the organisation', () => {
    // National day of Belgium, a Tuesday.
    const counts = without(working(40), ['2026-07-21']);
    expect(gaps(counts, { countries: ['FR'] })).toHaveLength(1);
    expect(gaps(counts, { countries: ['FR', 'BE'] })).toEqual([]);
  });

  it('are no quiet Sunday, where week ends are quieter than working days', () => {
    const withSundays = (events: number) => {
      const days = Array.from({ length: 12 }, (_, n) => addDays(monday, 7 * n + 6));
      return new Map([...working(12), ...days.map((day) => [day, events] as const)]);
    };
    const [friday, saturday, sunday, next] = ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16'];
    expect(gaps(without(withSundays(9), [sunday]))).toEqual([]);
    // Sundays like other days, as of shops and hospitals.
    expect(gaps(without(withSundays(30), [sunday]))).toMatchObject([{ from: sunday, days: 1 }]);
    // A silence that begins or ends on a working day holds the Sunday too.
    expect(gaps(without(withSundays(9), [sunday, next]))).toMatchObject([{ from: sunday, to: next, days: 2 }]);
    expect(gaps(without(withSundays(9), [friday, saturday, sunday]))).toMatchObject([{ from: friday, days: 2 }]);
  });

  it('are not told of a source that is too young or too quiet to know', () => {
    expect(gaps(without(working(3), ['2026-01-14']))).toEqual([]);
    expect(gaps(without(working(20, 6), ['2026-02-12']))).toEqual([]);
    expect(gaps(new Map())).toEqual([]);
  });

  it('are exactly the working days that were lost, whatever else varies', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 4 * 5 - 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        some,
        fc.array(fc.integer({ min: 7, max: 900 }), { minLength: 120, maxLength: 120 }),
        (places, sizes) => {
          const all = new Map([...working(24)].map(([day], place) => [day, sizes[place] ?? 7]));
          // Lost within four weeks in the middle: on either side there is enough to know what is usual.
          const days = [...all.keys()].sort();
          const lost = places.map((place) => days[50 + place] ?? '');
          // One lost day of a weekday at most per silence may stand beside another: whole weeks of silence are one run.
          const byWeekday = new Map<number, number>();
          for (const day of lost) byWeekday.set(isoWeekday(day), (byWeekday.get(isoWeekday(day)) ?? 0) + 1);
          fc.pre([...byWeekday.values()].every((times) => times <= 2));
          const found = gaps(without(all, lost));
          expect(found.reduce((sum, { days: missing }) => sum + missing, 0)).toBe(lost.length);
          for (const day of lost) expect(found.some(({ from, to }) => from <= day && day <= to)).toBe(true);
        },
      ),
    );
  });
});
