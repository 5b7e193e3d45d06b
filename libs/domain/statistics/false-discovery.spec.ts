import fc from 'fast-check';
import { benjaminiHochberg } from './false-discovery.js';

test('eight tests at q = 0.10 keep five', () => {
  const found = benjaminiHochberg([0.001, 0.008, 0.02, 0.03, 0.04, 0.2, 0.5, 0.9]);
  expect(found.filter(({ kept }) => kept).map(({ p }) => p)).toEqual([0.001, 0.008, 0.02, 0.03, 0.04]);
  expect(found[4]!.q).toBeCloseTo(0.064, 12);
});

// Benjamini & Hochberg 1995, §4: fifteen comparisons of thrombolysis at 0.05 keep four.
test('the example of the paper keeps four', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  expect(benjaminiHochberg(p, 0.05).filter(({ kept }) => kept)).toHaveLength(4);
});

test('the order does not matter, and a smaller p is never dropped for a larger one', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (p) => {
      const found = benjaminiHochberg(p);
      const kept = found.filter((one) => one.kept).map((one) => one.p);
      const dropped = found.filter((one) => !one.kept).map((one) => one.p);
      expect(Math.max(-1, ...kept)).toBeLessThanOrEqual(Math.min(2, ...dropped));
      expect(benjaminiHochberg([...p].reverse()).reverse()).toEqual(found);
    }),
  );
});
