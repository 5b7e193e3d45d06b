import { type Place, Publication, Tree } from '../indicators/publication.js';
import { Board } from '../rollout/board.js';
import { acme, steady, waves } from '../rollout/testing/acme.js';
import { type NamedPlace } from '../sentences/place-name.js';
import { say } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { leavesOf, namesOf, relationOf, sideNamed, sideOn } from './side.js';

const side = (text: string) => sideOn(steady, sideNamed(text)!)!;

test.each([
  ['pilot', { kind: 'wave', key: 'pilot' }],
  ['entity:lyon', { kind: 'entity', key: 'lyon' }],
  ['wave:a:b', { kind: 'wave', key: 'a:b' }],
  ['period:2021-02-28', { kind: 'period', key: '2021-02-28' }],
  ['period:soon', null],
  ['person:ada', null],
  ['rollout:opened', { kind: 'rollout', key: 'opened' }],
  ['rollout:other', null],
  ['wave:', null],
])('%s names %j', (text, name) => {
  expect(sideNamed(text)).toEqual(name);
});

test('a side is made of its smallest places', () => {
  expect(leavesOf(side('italy'))).toEqual(['rome', 'milan']);
  expect(leavesOf(side('entity:france'))).toEqual(['paris', 'lyon']);
  expect(sideOn(steady, { kind: 'wave', key: 'nobody' })).toBeNull();
});

test('the whole rollout is the places of its waves that have opened, each once, by the calendar', () => {
  expect(side('rollout:opened')).toMatchObject({ launch: null, until: null });
  expect(leavesOf(side('rollout:opened'))).toEqual(['rome', 'milan']);
  const opened = waves.map((one) => ({ ...one, actualStart: '2021-02-22' }));
  const all = acme(() => ({}), { of: opened });
  expect(leavesOf(sideOn(all, sideNamed('rollout:opened')!)!)).toEqual(['lyon', 'rome', 'milan']);
  expect(
    sideOn(
      acme(() => ({}), { of: waves.slice(0, 1) }),
      sideNamed('rollout:opened')!,
    ),
  ).toBeNull();
});

test.each([
  ['wave:pilot', 'wave:italy', 'apart'],
  ['wave:pilot', 'rollout:opened', 'apart'],
  ['wave:italy', 'rollout:opened', 'overlapping'],
  ['period:2021-02-28', 'rollout:opened', 'overlapping'],
  ['wave:pilot', 'entity:paris', 'overlapping'],
  ['wave:pilot', 'wave:pilot', 'overlapping'],
  ['entity:rome', 'entity:milan', 'apart'],
  ['population:managers', 'population:others', 'paired'],
  ['population:level-1', 'population:level-2', 'paired'],
  ['population:managers', 'population:level-1', 'overlapping'],
  ['population:managers', 'population:ambassadors', 'overlapping'],
  ['population:managers', 'wave:pilot', 'overlapping'],
  ['period:2021-02-28', 'period:2021-01-31', 'paired'],
])('%s and %s are %s', (one, other, relation) => {
  expect(relationOf(side(one), side(other))).toBe(relation);
});

test('the central team of a country, and what is read together, are told from that country in both languages', () => {
  const place = (kind: NamedPlace['kind'], members: string[] = []): Place => ({
    ...{ key: `fr~${kind}`, parent: kind === 'node' ? null : 'fr~node', kind, entity: null, name: 'France', members },
    ...{ entities: kind === 'node' ? [] : [kind], headcount: 30, country: null },
  });
  const tree = new Tree([place('node'), place('direct'), place('rest', ['Nice', 'Metz'])]);
  const [week] = steady.weeks;
  const publication = new Publication(new Map([[week!, tree]]), []);
  const board = new Board(publication, { base: 'headcount', k: 10 }, [], [week!], () => new Map<string, null>());
  const [team, rest] = ['direct', 'rest'].map((kind) => sideOn(board, { kind: 'entity', key: `fr~${kind}` })!);
  expect([namesOf(team!), namesOf(rest!)]).toEqual([
    { kind: 'entity', name: 'France, équipe centrale', nameEn: 'France, central team' },
    { kind: 'entity', name: 'Nice et Metz', nameEn: 'Nice and Metz' },
  ]);
  expect(say(sentence('comparison.same', namesOf(team!)), 'en')).toContain('the same, France, central team');
});
