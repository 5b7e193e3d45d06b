import { type Measured } from '#contract/published.js';
import { formatsIn } from '../i18n/use-format.js';
import { peopleText, workingHoursText, write, writeShare } from './measured.js';

const french = formatsIn('fr');
const plain = (text: string | null | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
const measured = (change: Partial<Measured>): Measured => ({
  numerator: { low: 4980, high: 4980 },
  denominator: { low: 8300, high: 8300 },
  value: 0.6,
  low: 0.589,
  high: 0.61,
  n: 8300,
  shown: 'value',
  ...change,
});

test('an exact rate is a percentage with its people and its interval', () => {
  const { value, people, interval } = write(measured({}), 'percent', french);
  expect([value, people, interval?.low, interval?.high].map(plain)).toEqual([
    '60 %',
    '4 980 sur 8 300',
    '59 %',
    '61 %',
  ]);
});

test('a band of a small place says its people once', () => {
  const band = measured({ numerator: { low: 18, high: 22 }, denominator: { low: 40, high: 40 }, value: 0.5 });
  const { value, people } = write(band, 'percent', french);
  expect([plain(value), people]).toEqual(['environ la moitié : 18 à 22 personnes sur 40', undefined]);
});

test('people in a band are told with both ends, as what is divided by or beside it', () => {
  const denominator = { low: 1221, high: 1236 };
  expect(plain(peopleText(measured({ denominator, n: 1228.5 }), french))).toBe('1 221 à 1 236');
  expect(plain(peopleText(measured({ around: { low: 1019, high: 1060 }, n: 1039.5 }), french))).toBe('1 019 à 1 060');
  expect(plain(peopleText(measured({}), french))).toBe('8 300');
  // Those behind a figure need not be those it divides by.
  expect(peopleText(measured({ denominator, n: 48 }), french)).toBe('48');
});

test('a masked number gives its reason and never a zero', () => {
  const hidden = write(measured({ value: null, shown: 'masked', note: 'too_few_eligible' }), 'percent', french);
  expect(hidden.value).toBeNull();
  expect(hidden.masked).toContain('Trop peu de personnes');
  expect(write(measured({ value: null, shown: 'none' }), 'percent', french)).toEqual({
    value: null,
    people: 'aucun effectif auquel le rapporter',
    note: undefined,
  });
});

test('what no source tells is neither hidden nor zero', () => {
  const untold = write(measured({ value: null, shown: 'none', note: 'source_without_creators' }), 'ratio', french);
  expect(untold.value).toBeNull();
  expect(untold.masked).toBeUndefined();
  expect(untold.unmeasurable).toContain('qui a créé les groupes');
});

test.each([
  ['points', -0.06, '−6 points'],
  ['ratio', 0.934, '0,93'],
  ['people', 4980, '4 980'],
] as const)('%s are written in their own unit', (unit, value, expected) => {
  expect(plain(write(measured({ value }), unit, french).value)).toBe(expected);
});

test('an interval of no width as written is none', () => {
  const index = measured({ numerator: null, denominator: null, value: 1.046, low: 1.0453, high: 1.0467 });
  expect(write(index, 'ratio', french)).toMatchObject({ value: '1,05', interval: undefined });
});

test('hours of work become working days, whose length is said, never days of 24 hours', () => {
  expect([8, 50].map((hours) => plain(workingHoursText(hours, french)))).toEqual(['8 h', '5,6 j de 9 h']);
});

test('a count in a band keeps both ends', () => {
  const count = measured({ numerator: { low: 12, high: 14 }, denominator: null, value: 13 });
  expect(plain(write(count, 'people', french).value)).toBe('12 à 14');
});

test('a mean share of person-days says of what it is, and its n', () => {
  const days = measured({
    numerator: { low: 9000, high: 9000 },
    denominator: { low: 20000, high: 20000 },
    value: 0.45,
  });
  const { value, people, interval } = writeShare({ ...days, n: 1234, low: 0.45, high: 0.45 }, 'des connectés', french);
  expect([value, people, interval].map((text) => (typeof text === 'string' ? plain(text) : text))).toEqual([
    ...['45 %', 'des connectés, n = 1 234', undefined],
  ]);
  // People who are published as a band are no single number.
  const banded = { ...days, n: 1039.5, around: { low: 1019, high: 1060 } };
  expect(plain(writeShare(banded, 'des connectés', french).people)).toBe('des connectés, n = 1 019 à 1 060');
});

test('a figure that spans several judgements has no middle', () => {
  const wide = measured({ numerator: { low: 3, high: 97 }, denominator: { low: 297, high: 297 }, value: 50 / 297 });
  const { value, people } = write(wide, 'percent', french);
  expect([plain(value), plain(people)]).toEqual(['entre 1 % et 33 %', '3 à 97 sur 297']);
});

test('a gap over ends too far apart is told by its ends', () => {
  const wide = measured({
    ...{ numerator: { low: 3, high: 101 }, denominator: { low: 235, high: 235 } },
    ...{ value: 0.16, low: -0.08, high: 0.41 },
  });
  expect(plain(write(wide, 'points', french).value)).toBe('de −8 à +41 points');
  const narrow = { ...wide, numerator: { low: 50, high: 60 } };
  expect(plain(write(narrow, 'points', french).value)).toBe('+16 points');
});

test('where there is nobody to divide by, who would be divided by is no reason', () => {
  const nobody = measured({ value: null, shown: 'none', note: 'base_invited' });
  expect(write(nobody, 'percent', french).people).toBe('aucun effectif auquel le rapporter');
  expect(write({ ...nobody, note: 'no_plan' }, 'percent', french).people).not.toBe(
    'aucun effectif auquel le rapporter',
  );
});

test('bounds of what is not told apart have no middle', () => {
  const bounds = { numerator: { low: 167, high: 212 }, denominator: { low: 262, high: 262 }, value: 0.72 };
  const { value, people } = write(measured({ ...bounds, note: 'base_invited_bounds' }), 'percent', french);
  expect([plain(value), plain(people)]).toEqual(['entre 64 % et 81 %', '167 à 212 sur 262']);
});
