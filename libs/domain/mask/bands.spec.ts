import fc from 'fast-check';
import { bandOf, bandWithin, type Interval } from './bands.js';

/** The rule as it is written: three from the bottom, three from the top in turn while six or more remain. */
function literalBands(headcount: number): Interval[] {
  const below: Interval[] = [];
  const above: Interval[] = [];
  let [low, high] = [0, headcount];
  for (let fromBottom = true; high - low + 1 >= 6; fromBottom = !fromBottom) {
    if (fromBottom) below.push([low, (low += 3) - 1]);
    else above.unshift([(high -= 3) + 1, high + 3]);
  }
  return [...below, [low, high], ...above];
}

describe('bands', () => {
  it('follows the written rule for every value of every cell below 200', () => {
    for (let headcount = 2; headcount < 200; headcount++) {
      for (const band of literalBands(headcount)) {
        for (let value = band[0]; value <= band[1]; value++) {
          expect(bandOf(value, headcount, { bands: true })).toEqual(band);
        }
      }
    }
  });

  it.each([
    [0, 10, [0, 2]],
    [5, 10, [3, 7]],
    [10, 10, [8, 10]],
    [8, 17, [6, 8]],
    [9, 17, [9, 11]],
    [17, 17, [15, 17]],
    [2, 200, [0, 2]],
    [3, 200, [3, 3]],
    [197, 200, [197, 197]],
    [198, 200, [198, 200]],
  ])('%i of %i shows %j', (value, headcount, band) => {
    expect(bandOf(value, headcount, { bands: true })).toEqual(band);
  });

  it('cuts any range into bands of at least the asked size', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(120), fc.integer({ min: 3, max: 12 }), (low, span, size) => {
        const high = low + span;
        for (let value = low; value <= high; value++) {
          const band = bandWithin(value, low, high, size);
          expect(band[0]).toBeLessThanOrEqual(value);
          expect(band[1]).toBeGreaterThanOrEqual(value);
          expect(band[1] - band[0] + 1).toBeGreaterThanOrEqual(Math.min(size, span + 1));
          expect(band[1] - band[0] + 1).toBeLessThan(2 * size);
          expect(bandWithin(band[0], low, high, size)).toEqual(band);
          expect(bandWithin(band[1], low, high, size)).toEqual(band);
        }
      }),
    );
  });

  it('is exact without bands', () => {
    expect(bandOf(1, 10, { bands: false })).toEqual([1, 1]);
  });
});
