import { suggestionsFor } from './groups.command.js';

const group = (name: string, kind: string | null, byHand = false) => ({
  ...{ key: name, name, kind, kindInFile: kind, byHand },
});

test('the word that a source has for every room is no kind: those whose names speak come first', () => {
  const { rows, why } = suggestionsFor([
    group('Groupe Idées', 'group'),
    group('Groupe Projet Atlas', 'group'),
    group('Café', 'channel'),
    group('Entraide', 'community'),
    group('Sécurité', null, true),
  ]);
  expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['Groupe Projet Atlas', 'project'],
    ['Café', 'social'],
    ['Groupe Idées', null],
  ]);
  expect(why).toBeNull();
});

test.each([
  { groups: [], why: /no group is known yet/ },
  { groups: [group('Entraide', 'community')], why: /each of the 1 groups has its kind/ },
  { groups: [group('Idées', 'group'), group('Entraide', 'community')], why: /1 of 2 groups have no kind/ },
])('without a suggestion it says why: $why', ({ groups, why }) => {
  expect(suggestionsFor(groups).why).toMatch(why);
});
