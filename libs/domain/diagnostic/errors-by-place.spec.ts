import { type GovernanceState } from '../declared/governance.js';
import { steady } from '../rollout/testing/acme.js';
import { say } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';

import { errorsByPlace } from './errors-by-place.js';
import { type Declared } from './scope.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const declaredOf = (items: GovernanceState[]): Declared => ({
  ...{
    items,
    mandates: [],
    reports: [],
    actions: [],
    surveys: [],
    groups: [],
    appointments: [],
    attendanceListed: false,
  },
});
const missing = (scope: string): GovernanceState => ({
  ...{ key: 'sponsor_named', scope, state: 'missing', statedOn: '2021-02-01', note: null },
});
const found = (items: GovernanceState[]) =>
  errorsByPlace({ board: steady, rows: [], cohorts: [], begins: null }, declaredOf(items), steady.week!);

test('errors are counted over the smallest places, among those that can be judged', () => {
  const { of, errors, places, sentence: said } = found([missing('france')]);
  const sponsor = errors.find(({ check }) => check === 'E2');
  expect(sponsor).toEqual({ check: 'E2', counts: { red: 2, unknown: 2, amber: 0, green: 0 }, judged: 2 });
  expect(places.flatMap(({ place, lights }) => (lights.E2 === 'red' ? [place.key] : []))).toEqual([
    ...['france', 'paris', 'lyon'],
  ]);
  expect([of, said.params]).toEqual([
    4,
    expect.objectContaining({ red: 2, of: 4, most: 2, judged: 2, fr: 'il n’y a pas de sponsor' }),
  ]);
  expect(found([]).sentence.key).toBe('diagnostic.places_unknown');
});

test('a place where waves meet is open from the first of them on; one whose wave waits is not', () => {
  const opened = Object.fromEntries(found([]).places.map(({ place, wave, openedOn }) => [place.key, [wave, openedOn]]));
  expect(opened).toMatchObject({
    ...{ france: [null, '2021-01-04'], paris: ['pilot', '2021-01-04'], lyon: ['france', null] },
    italy: ['italy', '2021-02-01'],
  });
});

test.each([
  [
    sentence('diagnostic.places_red', {
      red: 45,
      of: 56,
      most: 44,
      judged: 50,
      fr: 'on anime trop peu',
      en: 'too little animation',
    }),
    '45 entités présentent au moins une des dix erreurs, 56 lues ; la plus répandue : on anime trop peu, dans 44 des 50 où elle se juge.',
    '45 entities show at least one of the ten errors, 56 read; the most common: too little animation, in 44 of the 50 where it can be judged.',
  ],
  [
    sentence('diagnostic.places_red', {
      red: 1,
      of: 9,
      most: 1,
      judged: 1,
      fr: 'il n’y a pas de sponsor',
      en: 'there is no sponsor',
    }),
    '1 entité présente au moins une des dix erreurs, 9 lues ; la plus répandue : il n’y a pas de sponsor, dans la seule où elle se juge.',
    '1 entity shows at least one of the ten errors, 9 read; the most common: there is no sponsor, in the only one where it can be judged.',
  ],
  [
    sentence('diagnostic.places_none', { of: 9, nowhere: 8 }),
    'Aucune des dix erreurs n’est établie dans les 9 entités lues. 8 des dix ne se jugent dans aucune.',
    'None of the ten errors is established in the 9 entities read. 8 of the ten cannot be judged in any of them.',
  ],
])('%j', (said, fr, en) => {
  expect([plain(say(said, 'fr')), plain(say(said, 'en'))]).toEqual([fr, en]);
});
