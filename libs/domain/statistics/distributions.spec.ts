import { chiSquareTail, normalQuantile, tOf, twoSided, zOf } from './distributions.js';

// Abramowitz & Stegun, tables 26.1, 26.8 and 26.10, with the digits of later computations.
test('quantiles and tails are those of the tables', () => {
  expect(zOf(0.95)).toBeCloseTo(1.959963984540054, 12);
  expect(zOf(0.998)).toBeCloseTo(3.090232306167813, 12);
  expect(normalQuantile(0.8)).toBeCloseTo(0.8416212335729143, 12);
  expect(twoSided(-8) / 1.244192114854357e-15).toBeCloseTo(1, 10);
  expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  expect(chiSquareTail(11.070497693516351, 5)).toBeCloseTo(0.05, 9);
  expect(chiSquareTail(0, 3)).toBe(1);
  expect(tOf(0.95, 9)).toBeCloseTo(2.2621571627409915, 9);
});
