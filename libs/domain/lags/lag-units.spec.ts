import { exactly } from '../statistics/interval.js';
import { compareLags } from './compare.js';
import { LagTree } from './lag-tree.js';
import { lagUnits } from './lag-units.js';

const bins = (people: number, day: number) =>
  [
    { lag: 0, entered: exactly(people), events: exactly(0), censored: exactly(0) },
    { lag: day, entered: exactly(0), events: exactly(people / 2), censored: exactly(people / 2) },
  ].map(({ lag, entered, events, censored }) => ({
    ...{ lag, entered: [entered.low, entered.high] as const },
    ...{ events: [events.low, events.high] as const, censored: [censored.low, censored.high] as const },
  }));
const place = (node: string, parent: string | null, cells: string[], people: number) => ({
  ...{ node, parent, cells },
  bins: bins(people, node.startsWith('head') ? 3 : 12),
});
// A headquarters of three departments, two sites, and one place where two small sites are published together.
const tree = new LagTree([
  place('all', null, ['sales', 'law', 'labs', 'lyon', 'rome', 'oslo', 'riga'], 1800),
  place('head', 'all', ['sales', 'law', 'labs'], 900),
  ...['sales', 'law', 'labs'].map((one) => place(`head-${one}`, 'head', [one], 300)),
  ...['lyon', 'rome'].map((one) => place(one, 'all', [one], 300)),
  place('baltic', 'all', ['oslo', 'riga'], 300),
]);
const departments = new Set(['sales', 'law', 'labs']);
const siteOf = (cell: string) => (departments.has(cell) ? 'head' : cell);
const peopleIn = (cells: ReadonlySet<string>) => cells.size * 300;
const read = (cells: string[], site: (cell: string) => string | null = siteOf) =>
  lagUnits(tree, new Set(cells), site, peopleIn);

test('departments of a site have one voice, read as the site is published', () => {
  expect(read(['sales', 'law', 'labs'])).toEqual([{ stratum: 'large', bins: bins(900, 3) }]);
  // Half of a site is that half, once.
  expect(read(['sales', 'law', 'lyon']).map((unit) => unit.bins[0]!.entered[0])).toEqual([600, 300]);
  // What is published of several sites together is one.
  expect(read(['lyon', 'oslo', 'riga'])).toHaveLength(2);
  // Where nothing says which places are sites, each that is told apart counts.
  expect(read(['sales', 'law', 'labs'], () => null)).toHaveLength(3);
});

test('a side that is one site is put to no test, however many departments it has', () => {
  const others = read(['lyon', 'rome']);
  const test = compareLags('activation', read(['sales', 'law', 'labs']), others)!;
  expect(test.logRank.p).toBeLessThan(0.001);
  expect(test.overUnits).toBeNull();
  expect(
    compareLags(
      'activation',
      read(['sales', 'law', 'labs'], () => null),
      others,
    )!.overUnits,
  ).not.toBeNull();
});
