import fc from 'fast-check';
import { indicatorKeys } from '../indicators/catalogue.js';
import { type Benchmark } from './benchmark.js';
import { benchmarkKeys, benchmarkOf, type BenchmarkKey } from './catalogue.js';
import { benchmarksFor, compare, flagTexts } from './compare.js';
import { sources } from './sources.js';
import { writeQuantity } from './write-quantity.js';

const held = (
  indicator: string,
  window: number | null,
  among: 'invited' | 'headcount' | 'connected' | null = null,
) => ({
  indicator,
  window,
  among,
});
const outcome = (key: BenchmarkKey, ...to: Parameters<typeof held>) => compare(benchmarkOf(key), held(...to)).outcome;
const all: Benchmark[] = benchmarkKeys.map(benchmarkOf);

// Every indicator of the dictionary, whether or not it is computed yet.
const dictionary =
  /^K(01|02b?|03b?|04|05b?|06|07|08b?|09|10|11|12b?|2[0-8]|24b|26b|3[0-4]|4[0-5]|5[0-6]|6[0-4]|8[0-4]|90)(\.[a-z]+)*$/;

describe('the catalogue of benchmarks', () => {
  it('holds all forty-two, each with its five fields in both languages', () => {
    expect(benchmarkKeys).toEqual(Array.from({ length: 42 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`));
    for (const { events, window, denominator, population } of all) {
      for (const text of [events, window.text, denominator, population.who]) {
        expect(text.fr).toMatch(/\S/);
        expect(text.en).toMatch(/\S/);
      }
    }
  });

  it('names a source and either an indicator or a topic for each', () => {
    expect(all.filter(({ sources: cited }) => cited.length === 0)).toEqual([]);
    expect(all.filter(({ relations, topic }) => relations.length === 0 && !topic)).toEqual([]);
    expect(all.flatMap(({ sources: cited }) => cited).filter((source) => !(source in sources))).toEqual([]);
    const cited = new Set<string>(all.flatMap(({ sources: names }) => names));
    expect(Object.keys(sources).filter((source) => !cited.has(source))).toEqual([]);
  });

  it('speaks of indicators of the dictionary only, and says why it refuses one', () => {
    const relations = all.flatMap((benchmark) => benchmark.relations);
    expect(relations.map(({ indicator }) => indicator).filter((key) => !dictionary.test(key))).toEqual([]);
    expect(relations.filter(({ how, because }) => how !== 'comparable' && !because)).toEqual([]);
  });

  it('keeps shares between 0 and 1, and the low end low', () => {
    for (const { low, high, unit } of all.flatMap(({ values }) => values)) {
      if (unit === 'percent') expect(Math.max(low ?? 0, high ?? 0)).toBeLessThanOrEqual(1);
      if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
    }
  });
});

describe('comparing', () => {
  it.each([
    ['B01', 'K03', 365, 'comparable'],
    ['B01', 'K03', 28, 'refused'],
    ['B01', 'K03b', 28, 'refused'],
    ['B02', 'K20', 28, 'comparable'],
    ['B02', 'K20', 7, 'refused'],
    ['B03', 'K07', 28, 'refused'],
    ['B03', 'K80', null, 'comparable'],
    ['B05', 'K03b', 28, 'comparable'],
    ['B05', 'K03b', 365, 'refused'],
    ['B06', 'K04.login', 28, 'refused'],
    ['B07', 'K50', 28, 'comparable'],
    ['B07', 'K50.weekly', 28, 'refused'],
    ['B11', 'K60', null, 'comparable'],
    ['B20', 'K21', 182, 'comparable'],
    ['B20', 'K21', 28, 'refused'],
    ['B20', 'K21', 365, 'refused'],
    ['B20', 'K20', 182, 'refused'],
    ['B31', 'K43', 28, 'converted'],
    ['B33', 'K07', 28, 'refused'],
    ['B36', 'K60', null, 'converted'],
    ['B42', 'K03', 365, 'refused'],
  ] as const)('%s with %s over %s days is %s', (key, indicator, window, expected) => {
    expect(outcome(key, indicator, window)).toBe(expected);
  });

  it('never lets the declared 71 % near observed daily use, whatever the window or variant', () => {
    const anything = fc.record({
      indicator: fc.constantFrom<string>(...indicatorKeys, 'K07', 'K07.weekly', 'K80'),
      window: fc.option(fc.constantFrom(7, 28, 91, 182, 365)),
      among: fc.option(fc.constantFrom('invited', 'opened', 'headcount', 'activated', 'connected')),
    });
    fc.assert(
      fc.property(anything, (to) => {
        const verdict = compare(benchmarkOf('B03'), to);
        expect(verdict.outcome).toBe(to.indicator === 'K80' ? 'comparable' : 'refused');
      }),
    );
  });

  it('converts the 17 % to those who signed in, over a year only', () => {
    const verdict = compare(benchmarkOf('B02'), held('K20', 365, 'connected'));
    expect(verdict.outcome).toBe('converted');
    expect(verdict.quantity?.low).toBeCloseTo(0.2833, 4);
    expect(outcome('B02', 'K20', 28, 'connected')).toBe('refused');
  });

  it('says what was assumed, and that the people differ', () => {
    expect(compare(benchmarkOf('B02'), held('K20', 28, 'invited')).reason.en).toContain(flagTexts.window_assumed.en);
    expect(compare(benchmarkOf('B20'), held('K21', 182, 'invited')).reason.en).toMatch(/^Same act/);
    expect(compare(benchmarkOf('B20'), held('K21', 182, 'headcount')).reason.en).toContain(
      flagTexts.denominator_differs.en,
    );
  });

  it('refuses without a number and allows with one', () => {
    for (const key of benchmarkKeys) {
      for (const indicator of indicatorKeys) {
        for (const window of [null, 7, 28, 91, 182, 365]) {
          const { outcome: said, quantity, reason } = compare(benchmarkOf(key), held(indicator, window, 'invited'));
          expect(said === 'refused').toBe(quantity === null);
          expect(reason.fr.length * reason.en.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('finds what may be drawn beside an indicator', () => {
    const keys = (...to: Parameters<typeof held>) => benchmarksFor(held(...to)).map(({ key }) => key);
    expect(keys('K03', 365, 'invited')).toEqual(['B01']);
    expect(keys('K60', null)).toEqual(['B11', 'B36']);
    expect(keys('K08', null)).toEqual([]);
  });
});

describe('writing a quantity', () => {
  it.each([
    ['B01', '60 %', '60%'],
    ['B12', '12 %', '12%'],
    ['B14', '6 mois ou plus', '6 months or more'],
    ['B15', 'plusieurs semaines à plusieurs mois', 'several weeks to several months'],
    ['B11', '10 % à 20 % (de l’effectif)', '10% to 20% (of the people)'],
    ['B17', '× 0,5', '× 0.5'],
    ['B29', 'environ 4 %', 'about 4%'],
    ['B42', '40 000 euros', '40,000 euros'],
  ] as const)('%s', (key, french, english) => {
    const quantity = benchmarkOf(key).values[0]!;
    expect(writeQuantity(quantity, 'fr').replace(/\u202f/g, ' ')).toBe(french);
    expect(writeQuantity(quantity, 'en')).toBe(english);
  });
});
