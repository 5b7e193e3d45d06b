import fc from 'fast-check';
import { roundedParts } from './rounded-parts.js';

test('parts of a gap in points add up as they are shown', () => {
  const shown = roundedParts([-0.0064, -0.0404, 0.0135], 0.001).map((part) => part.toFixed(3));
  expect(shown).toEqual(['-0.006', '-0.040', '0.013']);
});

test('whatever the parts, they add up to the rounded whole and none is a step away', () => {
  const part = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1_000_000);
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const shown = roundedParts(parts, 0.001);
      const whole = parts.reduce((sum, one) => sum + one, 0);
      expect(Math.abs(shown.reduce((sum, one) => sum + one, 0) - whole)).toBeLessThan(0.0005 + 1e-6);
      shown.forEach((one, at) => expect(Math.abs(one - parts[at]!)).toBeLessThan(0.001 + 1e-6));
    }),
  );
});
