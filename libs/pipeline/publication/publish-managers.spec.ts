import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { familyCells, publishFamily } from '#domain/mask/publish-population.js';
import { publishManagers } from './publish-managers.js';
import { damageOf, type Hierarchy } from './testing/levels.js';

const band = (low: number): Interval => [low, low + 2];
const letters = 'abcdefghijklmnopqrst';
const each = <T>(cells: number, one: T): T[] => Array.from({ length: cells }, () => one);
const flat = (cells: number, people: number): string =>
  ['r=0', ...[...letters].slice(0, cells).map((name) => `${name}<r=${people}`)].join(' ');
/** The same levels, and the same bands, in every cell. */
const even = (cells: number, levels: number[], others: Interval): Hierarchy => ({
  ...{ tree: flat(cells, 11), k: 2, levels: each(cells, levels) },
  ...{ total: each(cells, band(3)), others: each(cells, others) },
});
/** One cell holds more managers than each of the others, of the first level more of all. */
const uneven = (cells: number, first: number[], levels: number[]): Hierarchy => ({
  ...{
    tree: `r=0 a<r=17 ${flat(cells, 11).slice(4).replaceAll('a<', 'z<')}`,
    k: 2,
    levels: [first, ...each(cells, levels)],
  },
  ...{ total: [band(6), ...each(cells, band(3))], others: [band(3), ...each(cells, band(0))] },
});

const cases: Record<string, Hierarchy> = {
  'few managers everywhere': even(6, [1, 1], [1, 5]),
  'most active people are managers': even(12, [2, 1], band(0)),
  'a level with more in one cell': uneven(11, [4, 2], [2, 1]),
};

/** Levels as decision 011 had them: told whatever they say. */
const always: typeof publishManagers = (mask, table, levels, published, rules, beside) => {
  publishManagers(mask, table, [], published, rules, beside);
  const root = mask.nodes[0]!;
  const whole: Mask = { nodes: [{ ...root, kind: 'cell', entities: table.cells, vacant: [] }] };
  const sum = (of: (cell: string) => number): number => table.cells.reduce((all, cell) => all + of(cell), 0);
  const value = (member: number, days: number, measure: string): number =>
    sum((cell) => {
      const of = (population: string): number => table.value(population, days, measure, cell);
      return member === 0 ? of('everyone') - of('managers') : of(levels[member - 1]!);
    });
  const sizes = [0, ...levels.map((_, level) => level + 1)].map(
    (member) => new Map([[root.key, value(member, 0, 'people')]]),
  );
  const chain = familyCells(whole, sizes, rules.k);
  const totals = published.get('everyone', 7, 'active', table.nodes);
  const told = publishFamily(chain, totals, (member) => value(member, 7, 'active'), { bands: true }).told;
  levels.forEach((level, place) => published.put(level, 7, 'active', told[place + 1]!));
};

describe('managers by level', () => {
  const damages = new Map<string, ReturnType<typeof damageOf>>();
  const damageIn = (name: string) => {
    const damage = damages.get(name) ?? damageOf(cases[name]!, publishManagers);
    damages.set(name, damage);
    return damage;
  };

  it.each(Object.keys(cases))('narrow nothing below and nothing else: %s', (name) => {
    expect(damageIn(name)).toMatchObject({ cells: 0, levels: 0, sharp: 0 });
  });

  it('are told where they are spread and far from none and all', () => {
    expect(damageIn('most active people are managers').told).toBeGreaterThan(0);
  });

  it('are caught when a level that stands in one cell, or is near its ends, is told', () => {
    const damage = damageOf(uneven(3, [6, 0], [0, 3]), always);
    expect(damage.cells).toBeGreaterThan(0);
    expect(damage.sharp).toBeGreaterThan(0);
  });

  it('speak of the whole where the organisation is a single cell', () => {
    const single: Hierarchy = { tree: 'r=24', k: 3, levels: [[5, 4, 3]], total: [band(6)], others: [band(3)] };
    const damage = damageOf(single, publishManagers);
    expect(damage).toMatchObject({ cells: 0, levels: 0, sharp: 0 });
    expect(damage.told).toBeGreaterThan(0);
  });
});
