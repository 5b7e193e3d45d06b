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
      const written = literalBands(headcount).flatMap((band) =>
        Array.from({ length: band[1] - band[0] + 1 }, () => band),
      );
      const built = written.map((_, value) => bandOf(value, headcount, { bands: true }));
      expect(built).toEqual(written);
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
        const values = Array.from({ length: span + 1 }, (_, step) => low + step);
        const holds = (value: number): boolean => {
          const [from, to] = bandWithin(value, low, high, size);
          const ends = [from, to].map((end) => bandWithin(end, low, high, size));
          const same = ends.every((end) => end[0] === from && end[1] === to);
          return (
            from <= value &&
            value <= to &&
            to - from + 1 >= Math.min(size, span + 1) &&
            to - from + 1 < 2 * size &&
            same
          );
        };
        expect(values.filter((value) => !holds(value))).toEqual([]);
      }),
    );
  });

  it('is exact without bands', () => {
    expect(bandOf(1, 10, { bands: false })).toEqual([1, 1]);
  });
});
