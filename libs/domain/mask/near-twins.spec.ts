import fc from 'fast-check';
import { joinUntil, mayBothBeShown } from './near-twins.js';

describe('near twins', () => {
  it.each([
    [0, true],
    [1, false],
    [9, false],
    [10, true],
  ])('%i people apart', (apart, shown) => {
    expect(mayBothBeShown(apart, 10)).toBe(shown);
  });

  it('joins consecutive groups to at least k, each exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(15)), (sizes) => {
        const joined = joinUntil(sizes, 10);
        const people = (positions: readonly number[]): number =>
          positions.reduce((sum, position) => sum + sizes[position]!, 0);
        for (const group of joined) expect(people(group)).toBeGreaterThanOrEqual(10);
        const all = sizes.map((_, position) => position);
        expect(joined.flat()).toEqual(people(all) < 10 ? [] : all);
      }),
    );
  });
});
