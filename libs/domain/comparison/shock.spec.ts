import { changeOf } from './change.js';
import { exactly } from '../statistics/interval.js';
import { type SideClusters, siteOf } from './clusters.js';
import { type FollowUp, unevenShock } from './shock.js';

const lockdown = { key: 'l', name: 'Lockdown', startsOn: '2020-03-17', endsOn: '2020-05-10', entities: [] };
const followed = (from: string, to: string, entities = ['a', 'b']): FollowUp => ({
  ...{ from, to, entities: new Set(entities) },
});

test('a pilot that was over before the lockdown is not compared with a wave that opened in it', () => {
  const pilot = followed('2019-06-03', '2019-09-01');
  expect(unevenShock([lockdown], [pilot, followed('2020-02-03', '2020-05-03')])).toBe(lockdown);
  expect(unevenShock([lockdown], [pilot, followed('2020-01-06', '2020-03-16')])).toBeNull();
  expect(unevenShock([lockdown], [followed('2020-05-10', '2020-06-07'), pilot])).toBe(lockdown);
});

test('one that reached both at another age is uneven by age, and even on the calendar', () => {
  const to = '2020-12-27';
  const [pilot, wave] = [followed('2019-06-04', to), followed('2020-01-07', to)];
  expect(unevenShock([lockdown], [pilot, wave])).toBeNull();
  expect(unevenShock([lockdown], [pilot, wave], 'age')).toBe(lockdown);
  // Opened within the same week, or nothing in between: alike.
  expect(unevenShock([lockdown], [wave, followed('2020-01-09', to)], 'age')).toBeNull();
  expect(unevenShock([lockdown], [followed('2020-06-02', to), followed('2020-09-01', to)], 'age')).toBeNull();
});

test('what hits the same share of both is no difference; what hits one zone is', () => {
  const [one, other] = [followed('2020-01-06', '2020-06-07', ['a', 'b']), followed('2020-01-06', '2020-06-07', ['c'])];
  expect(unevenShock([lockdown], [one, other])).toBeNull();
  expect(unevenShock([{ ...lockdown, entities: ['a', 'b', 'c'] }], [one, other])).toBeNull();
  expect(unevenShock([{ ...lockdown, entities: ['a'] }], [one, other])?.name).toBe('Lockdown');
});

const sites = (rates: readonly number[], prefix: string): SideClusters => ({
  byPlace: new Map(
    rates.map((rate, index) => [
      `${prefix}${index}`,
      siteOf({ numerator: exactly(rate * 100), denominator: exactly(100) }),
    ]),
  ),
  ...{ hidden: 0, unit: 'site' as const, weekEnd: '2026-10-25' },
});

test('how much more one side changed: 0.08 against 0.03 is +0.05 (kpis M7), unless a shock lies between', () => {
  const times = {
    before: [sites([0.19, 0.21], 'a'), sites([0.18, 0.2], 'b')] as const,
    after: [sites([0.26, 0.3], 'a'), sites([0.2, 0.24], 'b')] as const,
  };
  const launched = (launch: string, key: string) => ({ launch, entities: new Set([key]) });
  const sides = [launched('2019-06-04', 'a'), launched('2020-01-07', 'b')] as const;
  const period = { from: '2020-03-01', to: '2020-06-07' };
  expect(changeOf(period, times, sides, []).difference?.value).toBeCloseTo(0.05, 10);
  const zone = { ...lockdown, entities: ['a'] };
  expect(changeOf(period, times, sides, [zone])).toMatchObject({ refusal: 'shock', difference: null });
  expect(changeOf({ from: period.to, to: period.from }, times, sides, []).refusal).toBe('order');
  // Both were there before, and stayed at home on the same days; not so where one opened in between, before or in it.
  expect(changeOf(period, times, sides, [lockdown]).difference?.value).toBeCloseTo(0.05, 10);
  for (const launch of ['2020-03-03', '2020-03-24', '2020-06-02'])
    expect(changeOf(period, times, [sides[0], launched(launch, 'b')], [lockdown])).toMatchObject({
      ...{ refusal: 'shock', shock: 'Lockdown', difference: null },
    });
});

test('places published as bands leave the change open by their width', () => {
  const banded = (rates: readonly number[], prefix: string): SideClusters => ({
    byPlace: new Map(
      rates.map((rate, index) => [
        `${prefix}${index}`,
        siteOf({ numerator: { low: rate * 100 - 1, high: rate * 100 + 1 }, denominator: exactly(100) }),
      ]),
    ),
    ...{ hidden: 0, unit: 'site' as const, weekEnd: '2026-10-25' },
  });
  const period = { from: '2020-03-01', to: '2020-06-07' };
  const side = { launch: '2019-06-04', entities: new Set<string>() };
  const [before, after] = [
    [0.19, 0.21],
    [0.26, 0.3],
  ] as const;
  const of = (read: typeof sites) =>
    changeOf(
      period,
      { before: [read(before, 'a'), read(before, 'b')], after: [read(after, 'a'), read(before, 'b')] },
      [side, side],
      [],
    ).difference!;
  expect(of(banded).value).toBeCloseTo(of(sites).value, 10);
  expect(of(banded).low).toBeLessThan(of(sites).low - 0.04);
  expect(of(banded).high).toBeGreaterThan(of(sites).high + 0.04);
});
