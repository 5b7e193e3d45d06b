import fc from 'fast-check';
import { type Contribution, isShared, together } from './dominance.js';

function made(...parts: number[]): Contribution {
  const sorted = [...parts].filter((part) => part > 0).sort((a, b) => b - a);
  const [top1 = 0, top2 = 0] = sorted;
  const total = sorted.reduce((sum, part) => sum + part, 0);
  return { total, contributors: sorted.length, top1, top2: top1 + top2 };
}

describe('dominance', () => {
  it.each([
    ['four people', made(1, 1, 1, 1), false],
    ['five people', made(1, 1, 1, 1, 1), true],
    ['one made just half', made(4, 1, 1, 1, 1), true],
    ['one made more than half', made(5, 1, 1, 1, 1), false],
    ['two made just three quarters', made(6, 6, 1, 1, 1, 1), true],
    ['two made more than three quarters', made(8, 8, 1, 1, 1, 1, 1), false],
    ['nobody', made(), false],
  ])('%s', (_, contribution, shared) => {
    expect(isShared(contribution)).toBe(shared);
  });

  it('adds up over sets that share nobody, whatever the order', () => {
    const people = fc.array(fc.array(fc.nat(30), { maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(people, (sets) => {
        expect(together(sets.map((set) => made(...set)))).toEqual(made(...sets.flat()));
      }),
    );
  });
});
