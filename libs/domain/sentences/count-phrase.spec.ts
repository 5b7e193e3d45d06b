import fc from 'fast-check';
import { namedShares, readCount } from '#domain/indicators/count-reading.js';
import { exactly } from '#domain/statistics/interval.js';
import { countOf, countPhrase, isShareAlone, ratePhrase, sharePhrase } from './count-phrase.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  { count: exactly(4980), of: 8300, fr: '60 %', en: '60%' },
  { count: { low: 100, high: 102 }, of: 240, fr: 'environ 42 %', en: 'about 42%' },
  {
    count: { low: 18, high: 22 },
    of: 40,
    fr: 'environ la moitié : 18 à 22 personnes sur 40',
    en: 'about half: 18 to 22 people out of 40',
  },
  // No word for a share that none of the counts between the ends reaches.
  { count: { low: 22, high: 24 }, of: 27, fr: '22 à 24 personnes sur 27', en: '22 to 24 people out of 27' },
  { count: { low: 0, high: 2 }, of: 40, fr: '2 personnes au plus sur 40', en: '2 people at most out of 40' },
  { count: { low: 0, high: 1 }, of: 40, fr: '1 personne au plus sur 40', en: '1 person at most out of 40' },
  {
    count: { low: 38, high: 40 },
    of: 40,
    fr: 'presque tous : 38 ou plus sur 40',
    en: 'nearly all: 38 or more out of 40',
  },
  { count: { low: 20, high: 40 }, of: 40, fr: '20 ou plus sur 40', en: '20 or more out of 40' },
  { count: { low: 0, high: 40 }, of: 40, fr: 'rien de sûr sur 40 personnes', en: 'nothing certain for 40 people' },
  { count: { low: 0, high: 2 }, of: 80, fr: '2 personnes au plus sur 80', en: '2 people at most out of 80' },
  { count: { low: 0, high: 2 }, of: 7, fr: 'moins de 10 personnes', en: 'fewer than 10 people' },
])('$fr', ({ count, of, fr, en }) => {
  expect(plain(countPhrase(count, exactly(of), 'fr'))).toBe(fr);
  expect(plain(countPhrase(count, exactly(of), 'en'))).toBe(en);
});

test.each([
  [{ low: 58, high: 60 }, 60, false],
  [{ low: 18, high: 22 }, 40, false],
  [{ low: 0, high: 2 }, 80, false],
  [{ low: 205, high: 219 }, 256, true],
  [exactly(174), 182, true],
  [{ low: 60, high: 140 }, 200, true],
])('of how many %j of %i are is said once', (count, of, isAlone) => {
  expect(isShareAlone(count, exactly(of))).toBe(isAlone);
  expect(countPhrase(count, exactly(of), 'en').includes(String(of))).toBe(!isAlone);
});

test('a set too small is read with its neighbours', () => {
  const readWith = { names: ['Valence', 'Lyon-Sud'], people: 31 };
  expect(plain(countPhrase({ low: 3, high: 5 }, exactly(8), 'fr', readWith))).toBe(
    'moins de 10 personnes : lu avec Valence et Lyon-Sud (31 personnes)',
  );
});

test('a denominator that is itself a band is said to be about', () => {
  expect(plain(countPhrase({ low: 18, high: 22 }, { low: 38, high: 42 }, 'fr'))).toBe(
    'environ la moitié : 18 à 22 personnes sur environ 40',
  );
});

test('one number of people is no range, whatever they are counted among', () => {
  expect(plain(countPhrase({ low: 12, high: 12 }, { low: 38, high: 42 }, 'fr'))).toBe('12 personnes sur environ 40');
});

test('a part is never written larger than its whole', () => {
  const [part, whole] = [
    { low: 19, high: 36 },
    { low: 23, high: 33 },
  ];
  expect(plain(countOf(part, whole, 'fr'))).toBe('19 à 33 sur 23 à 33');
  expect(plain(countPhrase(part, whole, 'fr'))).toBe('19 ou plus sur 23 à 33');
  expect(plain(countOf({ low: 18, high: 20 }, whole, 'en'))).toBe('18 to 20 of about 28');
  const ends = fc.tuple(fc.nat(300), fc.nat(60)).map(([low, width]) => ({ low, high: low + width }));
  fc.assert(
    fc.property(ends, ends, (count, of) => {
      const said = plain(countOf(count, of, 'en')).replaceAll(',', '');
      const [of1, whole1] = said.split(' of ').map((text) => Math.max(...(text.match(/\d+/g) ?? ['0']).map(Number)));
      expect(of1!).toBeLessThanOrEqual(whole1!);
    }),
  );
});

test.each([
  [{ low: 0, high: 18 }, 124, 'au plus 15 %'],
  [{ low: 110, high: 124 }, 124, 'au moins 89 %'],
  [{ low: 30, high: 32 }, 124, 'environ 25 %'],
  [{ low: 10, high: 90 }, 124, 'entre 8 % et 73 %'],
  [{ low: 31, high: 31 }, 124, '25 %'],
])('%j groups of %d read « %s »', (part, of, words) => {
  expect(plain(sharePhrase(part, exactly(of), 'fr'))).toBe(words);
});

test('no band of any size from 10 to 400 ever reads 0 % or 100 %, and words stay within 5 points of the centre', () => {
  const bands = fc
    .integer({ min: 10, max: 400 })
    .chain((of) => fc.tuple(fc.constant(of), fc.integer({ min: 0, max: of - 1 }), fc.integer({ min: 1, max: 6 })));
  fc.assert(
    fc.property(bands, ([of, low, width]) => {
      const count = { low, high: Math.min(of, low + width) };
      const reading = readCount(count, exactly(of));
      expect(plain(countPhrase(count, exactly(of), 'en'))).not.toMatch(/\b(0|100)%/);
      if (reading.kind === 'words' && reading.words !== null) {
        expect(of).toBeLessThan(60);
        const share = (count.low + count.high) / 2 / of;
        expect(Math.abs((namedShares[reading.words] ?? 9) - share)).toBeLessThanOrEqual(0.1);
      }
      if (reading.kind === 'about') expect(of).toBeGreaterThanOrEqual(60);
    }),
  );
});

test.each([
  [exactly(16), { low: 21, high: 25 }, 'environ les deux tiers'],
  [{ low: 4, high: 6 }, exactly(20), 'environ un quart'],
  [{ low: 0, high: 3 }, exactly(20), 'au plus 15 %'],
  [exactly(2), { low: 5, high: 7 }, '2 sur environ 6'],
  [{ low: 0, high: 20 }, exactly(20), '0 à 20 sur 20'],
])('of few groups, %j of %j is never told by its count alone: « %s »', (part, of, words) => {
  expect(plain(sharePhrase(part, of, 'fr'))).toBe(words);
});

test('bounds of what is not told apart are both told, unless they read the same', () => {
  const phrase = (low: number, high: number) =>
    plain(ratePhrase({ low, high }, exactly(1334), 'base_invited_bounds', 'fr'));
  expect([phrase(886, 1053), phrase(880, 882), phrase(0, 200)]).toEqual([
    'entre 66 % et 79 %',
    plain(countPhrase({ low: 880, high: 882 }, exactly(1334), 'fr')),
    plain(countPhrase({ low: 0, high: 200 }, exactly(1334), 'fr')),
  ]);
  expect(plain(ratePhrase({ low: 886, high: 1053 }, exactly(1334), 'base_invited', 'fr'))).toBe('environ 73 %');
});
