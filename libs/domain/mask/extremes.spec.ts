import fc from 'fast-check';
import { type Interval } from './bands.js';
import { leastExcess, mostWithin } from './extremes.js';
import { type Layer } from './mask.js';

/** A root, two inner nodes and four leaves, with what each publishes of some counts that there are. */
const parents = [-1, 0, 1, 1, 0, 4, 4];
const leaves = [2, 3, 5, 6];
const layer: Layer = {
  keys: parents.map(String),
  parents: Int32Array.from(parents),
  leaves: Uint8Array.from(parents.map((_, position) => Number(leaves.includes(position)))),
  positions: new Map(parents.map((_, position) => [String(position), position])),
};
const most = 3;
const everyState = leaves.reduce<number[][]>(
  (states) => states.flatMap((state) => Array.from({ length: most + 1 }, (_, count) => [...state, count])),
  [[]],
);

function totalsOf([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number[] {
  return [a + b + c + d, a + b, a, b, c + d, c, d];
}

const slack = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: parents.length, maxLength: parents.length });
const limits = fc.array(fc.tuple(fc.constantFrom(...leaves), fc.nat(most)), { minLength: 1, maxLength: 4 });

describe('what the counts of some leaves can add up to', () => {
  it('is what every state that the totals allow comes to, asked more than once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyState),
        slack,
        fc.array(limits, { minLength: 1, maxLength: 3 }),
        (state, wide, asked) => {
          const totals = totalsOf(state).map((total, position): Interval => {
            const [down, up] = wide[position] ?? [0, 0];
            return [Math.max(0, total - down), Math.min(total + up, leaves.includes(position) ? most : Infinity)];
          });
          const possible = everyState.filter((one) =>
            totalsOf(one).every((total, position) => {
              const [low, high] = totals[position] ?? [0, 0];
              return low <= total && total <= high;
            }),
          );
          for (const thresholds of asked.map((one) => new Map(one))) {
            const sums = (of: (count: number, threshold: number) => number) =>
              possible.map((one) =>
                [...thresholds].reduce((sum, [leaf, threshold]) => sum + of(totalsOf(one)[leaf] ?? 0, threshold), 0),
              );
            expect(leastExcess(layer, totals, thresholds)).toBe(
              Math.min(...sums((count, at) => Math.max(0, count - at))),
            );
            expect(mostWithin(layer, totals, thresholds)).toBe(Math.max(...sums(Math.min)));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
