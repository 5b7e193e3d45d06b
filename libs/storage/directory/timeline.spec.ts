import fc from 'fast-check';
import { firstDifference, overlay, type Piece } from './timeline.js';

const isSame = (one: string, other: string) => one === other;
const piece = (from: string, to: string, content: string) => ({ from, to, content });

describe('overlay', () => {
  it('trims, splits and joins', () => {
    const old = [piece('-infinity', 'infinity', 'A')];
    expect(overlay(old, [piece('2026-01-01', '2026-02-01', 'B')], isSame)).toEqual([
      piece('-infinity', '2026-01-01', 'A'),
      piece('2026-01-01', '2026-02-01', 'B'),
      piece('2026-02-01', 'infinity', 'A'),
    ]);
    expect(overlay(old, [piece('2026-01-01', 'infinity', 'A')], isSame)).toEqual(old);
    expect(overlay(old, [{ from: '2026-01-01', to: 'infinity', content: null }], isSame)).toEqual([
      piece('-infinity', '2026-01-01', 'A'),
    ]);
  });

  const day = fc.integer({ min: 10, max: 30 }).map((number) => `2026-01-${number}`);
  const pieces = <T>(content: fc.Arbitrary<T>): fc.Arbitrary<Piece<T>[]> =>
    fc
      .tuple(
        fc.uniqueArray(day, { maxLength: 8 }),
        fc.array(fc.tuple(content, fc.boolean()), { minLength: 9, maxLength: 9 }),
      )
      .map(([days, contents]) => {
        const bounds = ['-infinity', ...days.sort(), 'infinity'];
        return bounds.slice(1).flatMap((to, index) => {
          const [what, isGap] = contents[index] ?? [];
          return what === undefined || isGap ? [] : [{ from: bounds[index] ?? '', to, content: what }];
        });
      });
  const at = (timeline: readonly Piece<string | null>[], when: string) =>
    timeline.find(({ from, to }) => from <= when && when < to);

  it('says on every day what the new pieces say, else the old ones, and nothing new the second time', () => {
    fc.assert(
      fc.property(pieces(fc.constantFrom('A', 'B')), pieces(fc.constantFrom('A', 'B', null)), (old, added) => {
        const result = overlay(old, added, isSame);
        for (let number = 9; number <= 31; number++) {
          const when = `2026-01-${String(number).padStart(2, '0')}`;
          const won = at(added, when);
          expect(at(result, when)?.content ?? null).toBe(won ? won.content : (at(old, when)?.content ?? null));
        }
        expect(
          result.every(({ from, to }, index) => from < to && (index === 0 || (result[index - 1]?.to ?? '') <= from)),
        ).toBe(true);
        expect(overlay(result, added, isSame)).toEqual(result);
        expect(firstDifference(result, overlay(result, added, isSame), isSame)).toBeNull();
      }),
    );
  });
});
