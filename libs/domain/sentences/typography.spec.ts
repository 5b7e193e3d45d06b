import { frenchTypography } from './typography.js';

test.each([
  ['Où en est-on ?', 'Où en est-on\u202f?'],
  ['« liam » : 42 %', '«\u202fliam\u202f»\u202f: 42\u202f%'],
  ['12 345 personnes', '12\u202f345 personnes'],
  ["l'adoption", 'l’adoption'],
])('%s is set with its spaces, once', (typed, set) => {
  expect(frenchTypography(typed)).toBe(set);
  expect(frenchTypography(set)).toBe(set);
});
