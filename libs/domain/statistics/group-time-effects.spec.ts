import fc from 'fast-check';
import { groupTimeEffects, type Panel } from './group-time-effects.js';

/** Rates that drift alike, each from its own level, and jump at the opening by `effect` per period since. */
const panel = (group: number | null, level: number, effect: (since: number) => number, weight = 1): Panel => ({
  ...{ group, weight },
  outcomes: Array.from({ length: 8 }, (_, period) => {
    const since = group === null ? -1 : period - group;
    return level + 0.01 * period + (since >= 0 ? effect(since) : 0);
  }),
});

const staggered = (a: (since: number) => number, b: (since: number) => number): Panel[] => [
  ...[0.1, 0.2, 0.3].map((level) => panel(2, level, a)),
  ...[0.1, 0.4].map((level) => panel(5, level, b)),
  ...[0.2, 0.3].map((level) => panel(null, level, () => 0)),
];

test('effects that grow and differ between waves are found as they are, and nothing before the opening', () => {
  const { effects, overall } = groupTimeEffects(
    staggered(
      (since) => 0.05 + 0.01 * since,
      () => -0.02,
    ),
  );
  for (const { group, since, value } of effects)
    expect(value).toBeCloseTo(since < 0 ? 0 : group === 2 ? 0.05 + 0.01 * since : -0.02, 12);
  // Six periods of three entities, three of two.
  expect(overall!.value).toBeCloseTo((3 * (6 * 0.05 + 0.15) - 2 * 3 * 0.02) / (3 * 6 + 2 * 3), 12);
});

test('with one wave and some that never open it is the plain difference-in-differences', () => {
  const panels = [panel(4, 0.2, () => 0.08), panel(4, 0.3, () => 0.04), panel(null, 0.1, () => 0)];
  const at = groupTimeEffects(panels).effects.find(({ period }) => period === 5)!;
  expect(at).toMatchObject({ since: 1, entities: 2, controls: 1 });
  expect(at.value).toBeCloseTo(0.06, 12);
});

test('once every entity has opened there is nothing left to compare with', () => {
  const panels = [panel(2, 0.2, () => 0.1), panel(2, 0.3, () => 0.1), panel(4, 0.2, () => 0.1)];
  const { effects, bySince } = groupTimeEffects(panels);
  expect(Math.max(...effects.map(({ period }) => period))).toBe(3);
  expect(bySince.map(({ since }) => since)).toEqual([-3, -1, 0, 1]);
  expect(groupTimeEffects([panel(2, 0.2, () => 0.1)])).toEqual({ effects: [], bySince: [], overall: null });
});

test('the same seed gives the same interval, more unlike entities a wider one', () => {
  const noisy = (by: number) =>
    [...Array(12).keys()].map((at) => panel(at < 6 ? 3 : null, 0.2, () => 0.05 + (by * ((at % 3) - 1)) / 10));
  const [calm, wild] = [groupTimeEffects(noisy(0.1)).overall!, groupTimeEffects(noisy(1)).overall!];
  expect(groupTimeEffects(noisy(1)).overall).toEqual(wild);
  expect(wild.standardError).toBeGreaterThan(5 * calm.standardError);
  expect(wild.low).toBeLessThan(wild.value);
});

test('weights count people, and a drift shared by all changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (drift, weight) => {
      const panels = staggered(
        (since) => 0.02 * since,
        () => 0.03,
      );
      const moved = panels.map((one) => ({
        ...one,
        weight,
        outcomes: one.outcomes.map((rate, period) => rate + (drift / 1_000) * period ** 2),
      }));
      expect(groupTimeEffects(moved, { draws: 0 }).overall!.value).toBeCloseTo(
        groupTimeEffects(panels, { draws: 0 }).overall!.value,
        10,
      );
    }),
  );
});
