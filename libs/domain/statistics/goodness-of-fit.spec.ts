import { goodnessOfFit } from './goodness-of-fit.js';

// Mendel's peas, as in Fisher 1936: 315, 101, 108, 32 against 9 : 3 : 3 : 1.
test('the peas of Mendel fit', () => {
  const { chiSquare, df, p, leastExpected } = goodnessOfFit([315, 101, 108, 32], [9, 3, 3, 1])!;
  expect(chiSquare).toBeCloseTo(0.470024, 5);
  expect(df).toBe(3);
  expect(p).toBeCloseTo(0.9254, 4);
  expect(leastExpected).toBe(34.75);
});

test('ambassadors of headquarters only do not', () => {
  expect(goodnessOfFit([40, 0], [50, 50])!.p).toBeLessThan(1e-9);
  expect(goodnessOfFit([0, 0], [1, 1])).toBeNull();
  expect(goodnessOfFit([5], [1])).toBeNull();
});
