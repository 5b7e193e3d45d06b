import { type Comparison } from '#contract/comparison.js';
import { testedPair, withPair } from './compared-pairs.js';

const compared = (sides: string[], p: number | null, rest: Partial<Comparison> = {}) =>
  ({
    ...{ series: sides.map((side) => ({ side })), indicator: 'K20', window: 28, align: 'launch' },
    ...{ latest: { reach: { p } }, ...rest },
  }) as unknown as Comparison;

test('what was tested counts once, whichever side comes first; what was not does not count', () => {
  const pairs = [
    compared(['a', 'b'], 0.2),
    compared(['b', 'a', 'c'], 0.2),
    compared(['a', 'b'], 0.2, { window: 7 }),
    compared(['a', 'c'], null),
    compared(['a', 'c'], 0.2, { latest: null }),
  ].map(testedPair);
  expect(pairs.reduce(withPair, [] as readonly string[])).toEqual(['a b K20 28 launch', 'a b K20 7 launch']);
});
