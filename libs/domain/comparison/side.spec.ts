import { acme, steady, waves } from '../rollout/testing/acme.js';
import { leavesOf, relationOf, sideNamed, sideOn } from './side.js';

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
