import { indicatorKeys } from './catalogue.js';
import { type Derived, derived, derivedKeys } from './derived.js';

/** Every number of the dictionary. */
const dictionary = [
  ...['K01', 'K02', 'K02b', 'K03', 'K03b', 'K04', 'K05', 'K05b', 'K06', 'K07', 'K08', 'K08b', 'K09', 'K10', 'K11'],
  ...['K12', 'K12b', 'K20', 'K21', 'K22', 'K23', 'K24', 'K24b', 'K25', 'K26', 'K26b', 'K27', 'K28'],
  ...['K30', 'K31', 'K32', 'K33', 'K34', 'K40', 'K41', 'K42', 'K43', 'K44', 'K45'],
  ...['K50', 'K51', 'K52', 'K53', 'K54', 'K55', 'K56', 'K60', 'K61', 'K62', 'K63', 'K64'],
  ...['K80', 'K81', 'K82', 'K83', 'K84', 'K90'],
];

const numberOf = (key: string) => key.split('.')[0]!;

test.each(dictionary)('%s is defined once: by the catalogue, or as declared or derived', (key) => {
  const places = [indicatorKeys, derivedKeys].filter((keys) => keys.some((one) => numberOf(one) === key));
  expect(places).toHaveLength(1);
});

test.each(derivedKeys)('%s speaks both languages, and belongs to the dictionary', (key) => {
  expect(dictionary).toContain(key);
  const { title, meaning, denominator, edges, source }: Derived = derived[key];
  for (const { fr, en } of [title, meaning, edges, source, ...(denominator ? [denominator] : [])]) {
    expect(Math.min(fr.length, en.length)).toBeGreaterThan(4);
  }
  expect(meaning.fr).not.toBe(meaning.en);
});
