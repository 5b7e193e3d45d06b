import fc from 'fast-check';
import { namesOf, pathOf, separatorOf } from './path-text.js';

const separators = ['>', '\\', '/'] as const;

test.each([
  [['France > Lyon', 'R/D'], '>'],
  [['a\\b', 'c/d'], '\\'],
  [['a/b'], '/'],
  [['"a > b"/c'], '/'],
  [['Lyon', ''], '>'],
])('what separates the names of %j is %s', (paths, separator) => {
  expect(separatorOf(paths)).toBe(separator);
});

test.each<[string, string[] | null]>([
  ['France > Lyon>Production', ['France', 'Lyon', 'Production']],
  ['  France  ', ['France']],
  ['France > "R > D" > "say ""yes"""', ['France', 'R > D', 'say "yes"']],
  ['France > Lyon 3" > x', ['France', 'Lyon 3"', 'x']],
  ['> France > Lyon > ', ['France', 'Lyon']],
  ['France > > Lyon', null],
  ['France > "" > Lyon', null],
  ['France > "Lyon > Nord', null],
  ['France > "Lyon" Nord', null],
  [' > ', []],
  ['', []],
])('%j has the names %j', (path, names) => {
  expect(namesOf(path, '>')).toEqual(names);
});

test('a path that is written is read back, whatever its names and whatever separates those of others', () => {
  const name = fc
    .string({ unit: fc.constantFrom('a', 'B', ' ', '>', '/', '\\', '"', 'é'), minLength: 1, maxLength: 6 })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const path = pathOf(names);
      expect(separatorOf([path])).toBe('>');
      expect(namesOf(path, '>')).toEqual(names);
      if (names.length === 1) for (const separator of separators) expect(namesOf(path, separator)).toEqual(names);
    }),
  );
});
