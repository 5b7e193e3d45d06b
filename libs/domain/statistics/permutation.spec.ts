import fc from 'fast-check';
import { permutationTest } from './permutation.js';

// Fisher's way by hand: of the 20 ways to deal three of six, the observed one and its mirror are the furthest apart.
test('few entities: every arrangement is gone through', () => {
  expect(permutationTest([0.5, 0.6, 0.7], [0.1, 0.2, 0.3])).toEqual({
    difference: expect.closeTo(0.4, 12) as number,
    p: 2 / 20,
    arrangements: 20,
    exact: true,
  });
  expect(permutationTest([0.5], [0.1, 0.2, 0.3])!.p).toBe(1 / 4);
});

test('entities all alike: every arrangement is as far out', () => {
  expect(permutationTest([0.2, 0.2, 0.2], [0.2, 0.2])!.p).toBe(1);
});

test('a side without entities gives no test', () => {
  expect(permutationTest([], [0.1])).toBeNull();
});

test('many entities: the same seed gives the same p, near the exact one', () => {
  const first = Array.from({ length: 8 }, (_, i) => 0.2 + (i % 4) * 0.03);
  const second = Array.from({ length: 12 }, (_, i) => 0.17 + (i % 5) * 0.03);
  const drawn = permutationTest(first, second, { seed: 7, most: 0 })!;
  expect(drawn).toEqual(permutationTest(first, second, { seed: 7, most: 0 }));
  expect(drawn.exact).toBe(false);
  const exact = permutationTest(first, second, { most: 200_000 })!;
  expect(exact).toMatchObject({ exact: true, arrangements: 125_970 });
  expect(Math.abs(drawn.p - exact.p)).toBeLessThan(0.03);
});

test('where nothing differs but chance, p falls below 0.1 in no more than a tenth of the arrangements', () => {
  const rates = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(rates, (units) => {
      let small = 0;
      for (let a = 0; a < 6; a++)
        for (let b = a + 1; b < 6; b++)
          for (let c = b + 1; c < 6; c++) {
            const inside = [a, b, c].map((at) => units[at]! / 1e4);
            const outside = units.filter((_, at) => ![a, b, c].includes(at)).map((unit) => unit / 1e4);
            if (permutationTest(inside, outside)!.p <= 0.1) small++;
          }
      expect(small).toBeLessThanOrEqual(2);
    }),
    { numRuns: 30 },
  );
});
