import { benchmarkLevels, benchmarkLine } from './benchmark-line.js';

const invited = { note: 'base_invited' } as const;

it('names whose figure it is and what was assumed', () => {
  expect(benchmarkLine('K20', invited, 28, 'en')).toMatch(/^Benchmark: 17%, Cnam, network “liam”, 2021\. .*assumed\./);
  expect(benchmarkLine('K03', invited, 365, 'fr')).toMatch(/^Repère\s: 60\s%, Cnam/);
});

it('says nothing where window or indicator do not fit', () => {
  expect(benchmarkLine('K03', invited, 28, 'fr')).toBeUndefined();
  expect(benchmarkLine('K20', invited, 7, 'fr')).toBeUndefined();
  expect(benchmarkLine('K08', {}, null, 'fr')).toBeUndefined();
});

it('says that the people differ', () => {
  expect(benchmarkLine('K21', { note: 'base_headcount' }, 182, 'en')).toContain('denominator differs');
  expect(benchmarkLine('K21', invited, 182, 'en')).not.toContain('denominator differs');
});

it('is a line of a chart only where it may stand beside it', () => {
  const levels = benchmarkLevels('K20', invited, 28, 'en');
  expect(levels).toContainEqual(
    expect.objectContaining({ low: 0.17, high: 0.17, label: 'Benchmark: 17%, Cnam, network “liam”, 2021' }),
  );
  expect(benchmarkLevels('K20', invited, 7, 'en')).toEqual([]);
  expect(benchmarkLevels('K08', undefined, null, 'fr')).toEqual([]);
});
