import fc from 'fast-check';
import { signFlipTest } from './sign-flip.js';

test("Darwin's maize: Fisher counted 863 of 32,768 signs at least as far out on one side", () => {
  const eighths = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
  const test = signFlipTest(eighths, { draws: 20_000 });
  expect(test.difference).toBeCloseTo(314 / 15, 10);
  // Two-sided 1,726 / 32,768 = 0.0527; fifteen pairs are drawn.
  expect(test.p).toBeGreaterThan(0.047);
  expect(test.p).toBeLessThan(0.058);
});

test('six that all rose are 2 of 64; none is no evidence', () => {
  expect(signFlipTest([1, 2, 3, 4, 5, 6])).toMatchObject({ p: 2 / 64, arrangements: 64, exact: true });
  expect(signFlipTest([])).toMatchObject({ p: 1, detectable: null });
});

test('the sign of all differences and their order change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 10 }), (differences) => {
      const { p } = signFlipTest(differences);
      expect(signFlipTest(differences.map((one) => -one)).p).toBe(p);
      expect(signFlipTest([...differences].reverse()).p).toBe(p);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
    }),
  );
});
