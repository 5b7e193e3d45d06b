import fc from 'fast-check';
import { kitagawa } from './kitagawa.js';
import { standardise } from './standardisation.js';
import { wilson } from './wilson.js';

test('a wave with the mix of the standard keeps its rate and its interval', () => {
  const [low, high] = [
    { events: 10, size: 100, weight: 100 },
    { events: 60, size: 100, weight: 100 },
  ];
  expect(standardise([low, high])!.value).toBeCloseTo(0.35, 12);
  const alone = standardise([{ events: 17, size: 100, weight: 3 }])!;
  expect(alone.low).toBeCloseTo(wilson(17, 100).low, 12);
  expect(alone.high).toBeCloseTo(wilson(17, 100).high, 12);
});

// A pilot of headquarters people: 90 % of them of a kind that is a fifth of the company.
test('the mix of the pilot is taken out', () => {
  const pilot = standardise([
    { events: 360, size: 900, weight: 20 },
    { events: 10, size: 100, weight: 80 },
  ])!;
  expect(pilot.value).toBeCloseTo(0.2 * 0.4 + 0.8 * 0.1, 12);
  expect(pilot.low).toBeLessThan(pilot.value);
  expect(pilot.covered).toBe(1);
});

test('a kind without people is said, not guessed', () => {
  const { value, covered } = standardise([
    { events: 5, size: 10, weight: 75 },
    { events: 0, size: 0, weight: 25 },
  ])!;
  expect([value, covered]).toEqual([0.5, 0.75]);
  expect(standardise([{ events: 0, size: 0, weight: 1 }])).toBeNull();
});

test('no events at all still leave an interval', () => {
  expect(standardise([{ events: 0, size: 20, weight: 1 }])!.high).toBeGreaterThan(0.1);
});

test('mix and behaviour by hand', () => {
  const { total, mix, behaviour } = kitagawa([
    { weight: [0.5, 0.8], rate: [0.4, 0.5] },
    { weight: [0.5, 0.2], rate: [0.1, 0.1] },
  ]);
  expect(total).toBeCloseTo(0.8 * 0.5 + 0.2 * 0.1 - 0.25, 12);
  expect(mix).toBeCloseTo(0.3 * 0.45 - 0.3 * 0.1, 12);
  expect(behaviour).toBeCloseTo(0.1 * 0.65, 12);
});

const rates = fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 6 });

test('the split leaves nothing over; swapping the sides turns both parts round', () => {
  fc.assert(
    fc.property(rates, (rows) => {
      const sums = [0, 1].map((side) => rows.reduce((n, row) => n + row[side as 0 | 1] + 1, 0)) as [number, number];
      const strata = rows.map(([w0, w1, r0, r1]) => ({
        weight: [(w0 + 1) / sums[0], (w1 + 1) / sums[1]] as const,
        rate: [r0 / 100, r1 / 100] as const,
      }));
      const { total, mix, behaviour } = kitagawa(strata);
      const rate = (side: 0 | 1) => strata.reduce((n, one) => n + one.weight[side] * one.rate[side], 0);
      expect(total).toBeCloseTo(rate(1) - rate(0), 10);
      const back = kitagawa(
        strata.map(({ weight, rate: both }) => ({
          weight: [weight[1], weight[0]] as const,
          rate: [both[1], both[0]] as const,
        })),
      );
      expect(back.mix).toBeCloseTo(-mix, 10);
      expect(back.behaviour).toBeCloseTo(-behaviour, 10);
    }),
  );
});
