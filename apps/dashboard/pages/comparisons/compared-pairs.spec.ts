import { type Comparison } from '#contract/comparison.js';
import { testedPair, withPair } from './compared-pairs.js';

const compared = (sides: string[], p: number | null, rest: Partial<Comparison> = {}) =>
  ({
    ...{ series: sides.map((side) => ({ side })), indicator: 'K20', window: 28, align: 'launch' },
    ...{ latest: latest(p), ...rest },
  }) as unknown as Comparison;
const latest = (p: number | null, first = '2026-10-25', second = '2026-10-25') => ({
  ...{ reach: { p }, first: { weekEnd: first }, second: { weekEnd: second } },
});

test('what was tested counts once, whichever side comes first; what was not does not count', () => {
  const pairs = [
    compared(['a', 'b'], 0.2),
    compared(['b', 'a', 'c'], 0.2),
    compared(['a', 'b'], 0.2, { window: 7 }),
    compared(['a', 'c'], null),
    compared(['a', 'c'], 0.2, { latest: null }),
  ].map((one) => testedPair('acme', one));
  const days = 'a@2026-10-25 b@2026-10-25';
  expect(pairs.reduce(withPair, [] as readonly string[])).toEqual([
    `acme ${days} K20 28 launch`,
    `acme ${days} K20 7 launch`,
  ]);
});

test('another week is another test, and so is another organisation', () => {
  const on = (first: string, second: string) =>
    compared(['a', 'b'], 0.2, { latest: latest(0.2, first, second) } as unknown as Partial<Comparison>);
  const tests = [
    testedPair('acme', on('2026-10-25', '2026-10-25')),
    testedPair('acme', on('2026-10-18', '2026-10-25')),
    testedPair('acme', on('2026-10-25', '2026-10-18')),
    testedPair('other', on('2026-10-25', '2026-10-25')),
  ];
  expect(new Set(tests).size).toBe(4);
  // Turned round, each side keeps its week.
  const turned = { ...on('2026-10-18', '2026-10-25'), series: [{ side: 'b' }, { side: 'a' }] } as unknown as Comparison;
  expect(testedPair('acme', turned)).toBe(tests[2]);
});
