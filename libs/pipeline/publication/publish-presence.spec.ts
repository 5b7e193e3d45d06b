import { type Interval } from '#domain/mask/bands.js';
import { cellsOf } from '#domain/mask/cells.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { publishWeekCounts } from './publish-counts.js';

const sites = ['a', 'b', 'c', 'd', 'e', 'f'];
const tree = [{ key: 'r', parent: null, headcount: 0 }, ...sites.map((key) => ({ key, parent: 'r', headcount: 40 }))];
const mask = cellsOf(tree, { k: 10 });
const days = 20;
type Site = Record<string, number | undefined>;

/** The same of each site, or of each its own. */
function rootOf(of: Site | ((at: number) => Site)): Record<string, Interval> {
  const rows = sites.flatMap((cell, at): MeasureRow[] => {
    const {
      people = 40,
      login = 0,
      activated = login,
      invited = 0,
      ...volume
    } = typeof of === 'function' ? of(at) : of;
    const all = { fewest_days: days, most_days: days, ...volume };
    const counts = Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    return [
      { population: 'everyone', days: 0, cell, counts: { people, activated, invited } },
      { population: 'everyone', days: 28, cell, counts: { login, active: login } },
      { population: 'volume', days: 28, cell, counts },
    ];
  });
  const published = publishWeekCounts(mask, rows, '2026-10-25', { k: 10, bands: true });
  const at = (over: number) => published.find((row) => row.node === 'r' && row.days === over)!.counts;
  return { ...at(0), ...at(28) };
}

test.each([0, 1, 15, 39, 40])(
  'with %i people in each of six sites the days that were possible tell what is told of people',
  (login) => {
    const told = rootOf({ login, login_days: login * 5, login_exposure: login * days });
    const [low, high] = told.login!;
    expect(low).toBeLessThan(high);
    expect(told.login_exposure).toEqual([low * days, high * days]);
  },
);

test('days that only everybody makes on every day are told as one with those of three people less', () => {
  const told = rootOf({ login: 40, login_days: 40 * days, login_exposure: 40 * days });
  const [low, high] = told.login!;
  expect(told.login_days![0]).toBeLessThanOrEqual((low - 3) * days + 1);
  expect(told.login_days![1]).toBeGreaterThanOrEqual(high * days);
});

test('days are exact where they say nothing of how many people made them', () => {
  const told = rootOf({ login: 20, login_days: 101, login_exposure: 20 * days });
  expect(told.login_days).toEqual([606, 606]);
});

test('whoever knows the rules finds every number of people that is told possible beside the days that are told', () => {
  // Three bands of the first site, the others alike; two working days, so that every number of days can be tried.
  const possible = new Map<string, { people: Interval; found: Set<number> }>();
  for (let all = 90; all <= 98; all++) {
    for (let done = all; done <= all * 2; done++) {
      const told = rootOf((at) => ({
        ...{ login: at === 0 ? all - 75 : 15, login_days: at === 0 ? done : 0 },
        ...{ fewest_days: 2, most_days: 2 },
      }));
      const key = JSON.stringify([told.login, told.login_days]);
      const one = possible.get(key) ?? { people: told.login!, found: new Set<number>() };
      possible.set(key, one);
      one.found.add(all);
    }
  }
  expect(possible.size).toBeGreaterThan(100);
  for (const { people, found } of possible.values())
    for (let number = Math.max(90, people[0]); number <= Math.min(98, people[1]); number++)
      expect(found).toContain(number);
});

test('an hour of the week tells nothing of how many were active beside what is told of them', () => {
  const rhythm = (each: number) =>
    publishWeekCounts(
      mask,
      sites.flatMap((cell): MeasureRow[] => [
        { population: 'everyone', days: 0, cell, counts: { people: 40, activated: 40 } },
        { population: 'everyone', days: 28, cell, counts: { active: 15 } },
        { population: 'rhythm', days: 28, cell, counts: { h9: each } },
      ]),
      '2026-10-25',
      { k: 10, bands: true },
    ).find(({ population, node }) => population === 'rhythm' && node === 'r')!.counts.h9!;
  expect(rhythm(30)).toEqual([180, 180]);
  // Nobody needs to be there at that hour: few presences say nothing of how many were active.
  expect(rhythm(5)).toEqual([30, 30]);
  // Everybody in each of the four weeks: six times fifteen, where 90 to 92 are told.
  expect(rhythm(60)[0]).toBeLessThan(4 * 88);
});

test('without an invitation the days that were possible follow from those activated, with one for all they are declared', () => {
  const volume = { exposed_days: 15 * days, exposed_active_days: 50 };
  const without = rootOf({ login: 15, ...volume, invited_days: 0 });
  const [low, high] = without.activated!;
  expect(low).toBeLessThan(high);
  expect(without.exposed_days).toEqual([low * days, high * days]);
  const all = rootOf({ login: 15, invited: 40, ...volume, exposed_days: 740, invited_days: 733 });
  expect(all.exposed_days).toEqual([6 * 733, 6 * 733]);
  expect(all.invited_days).toBeUndefined();
});

test('where the working days are not known no days are told', () => {
  const told = rootOf({
    login: 15,
    login_days: 100,
    login_exposure: 300,
    fewest_days: undefined,
    most_days: undefined,
  });
  expect(told.login).toBeDefined();
  expect(Object.keys(told).filter((measure) => measure.includes('days') || measure.includes('exposure'))).toEqual([]);
});
