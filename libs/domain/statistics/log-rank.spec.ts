import fc from 'fast-check';
import { logRank, logRankOverClusters } from './log-rank.js';
import { lagsOf } from './testing/lags.js';
import { expectedVectors, vectorRows, vectorTest } from './testing/shared-vectors.js';

const [a, b] = [lagsOf('1,2,2,3,5,8+,10,14+,14+,14+'), lagsOf('2,4,6,9,12,14+,14+,14+,14+,14+')];

test('A against B, to the printed digits', () => {
  const { observed, expected, variance, chiSquare, p, df } = logRank([[a, b]])!;
  expect([observed[0], expected[0]!.toFixed(4), variance.toFixed(4), chiSquare.toFixed(4), p.toFixed(4), df]).toEqual([
    ...[6, '4.6687', '2.5761', '0.6880', '0.4069', 1],
  ]);
});

vectorTest('Freireich 1963 (needs ESSOR_SHARED)', () => {
  const { logrank } = (expectedVectors() as { freireich: { logrank: Record<string, never> } }).freireich;
  const arm = (group: string) =>
    vectorRows('freireich-6mp.csv')
      .filter((row) => row['group'] === group)
      .map(({ weeks, relapse }) => ({ lag: Number(weeks), events: Number(relapse), censored: 1 - Number(relapse) }));
  const test = logRank([[arm('6-MP'), arm('placebo')]])!;
  expect(test.observed).toEqual(logrank['observed']);
  expect(test.expected.map((count) => Number(count.toFixed(4)))).toEqual(logrank['expected']);
  expect(Number(test.variance.toFixed(6))).toBe(logrank['variance']);
  expect(Number(test.chiSquare.toFixed(6))).toBe(logrank['chi2']);
  expect(test.p / logrank['p']!).toBeCloseTo(1, 8);
});

test('groups compared with themselves do not differ, one group cannot be compared', () => {
  expect(logRank([[a, a]])!.chiSquare).toBeCloseTo(0, 12);
  expect(logRank([[a]])).toBeNull();
  expect(logRank([[lagsOf('3+ 4+'), lagsOf('5+')]])).toBeNull();
});

test('two strata alike say twice as much as one; a stratum with one group says nothing', () => {
  const once = logRank([[a, b]])!;
  const twice = logRank([
    [a, b],
    [a, b],
  ])!;
  expect(twice.chiSquare).toBeCloseTo(2 * once.chiSquare, 10);
  const withLone = logRank([
    [a, b],
    [a, []],
  ])!;
  expect(withLone.chiSquare).toBeCloseTo(once.chiSquare, 10);
});

test('three groups, of which two are one cut in half, tell nothing more', () => {
  const three = logRank([[a, b, b]])!;
  expect(three.df).toBe(2);
  expect(three.chiSquare).toBeCloseTo(logRank([[a, [...b, ...b]]])!.chiSquare, 10);
});

const group = fc.array(fc.record({ lag: fc.integer({ min: 1, max: 12 }), events: fc.nat(4), censored: fc.nat(4) }), {
  minLength: 2,
  maxLength: 10,
});

test('which group is named first does not matter', () => {
  fc.assert(
    fc.property(group, group, (one, other) => {
      const [there, back] = [logRank([[one, other]]), logRank([[other, one]])];
      expect(there === null).toBe(back === null);
      if (there && back) expect(there.chiSquare).toBeCloseTo(back.chiSquare, 8);
    }),
  );
});

test('dealing entities instead of people: alike entities cannot prove anything', () => {
  const soon = Array.from({ length: 40 }, () => lagsOf('1 2')).flat();
  const late = Array.from({ length: 40 }, () => lagsOf('8 9')).flat();
  const test = logRankOverClusters([soon, soon], [late, late])!;
  expect(test.logRank.p).toBeLessThan(1e-12);
  expect(test).toMatchObject({ exact: true, arrangements: 6, p: 2 / 6 });
});
