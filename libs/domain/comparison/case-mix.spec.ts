import { say } from '../sentences/say.js';
import { caseMixOf } from './case-mix.js';

/** An entity whose counts are told to within so many people. */
const site = (events: number, size: number, around = 0) => ({
  ...{ events, size, denominator: { low: size, high: size } },
  numerator: { low: events - around, high: events + around },
});

/** Half of the people of a small site, a tenth of those of a large one. */
const side = (small: number, large: number) => ({
  byPlace: new Map([
    ['small', site(small * 0.5, small)],
    ['large', site(large * 0.1, large)],
  ]),
  ...{ weekEnd: '2026-10-25', hidden: 0, unit: 'site' as const },
});

test('sizes of sites explain a gap that sizes made', () => {
  const gap = (20 + 20) / 240 - (10 + 40) / 420;
  const mix = caseMixOf([side(40, 200), side(20, 400)], gap)!;
  expect(mix.standardised[0].value).toBeCloseTo(mix.standardised[1].value, 10);
  expect(mix.split.behaviour).toBeCloseTo(0, 10);
  expect(mix.split.total).toBeCloseTo(gap, 10);
  expect(mix.split.mix).toBeCloseTo(gap, 10);
  expect(mix.sentence.key).toBe('comparison.mix');
  expect(caseMixOf([side(0, 200), side(0, 400)], 0)).toBeNull();
  // Wholes that are published otherwise than their sites: the parts add up to the gap of the wholes, as written.
  const other = caseMixOf([side(40, 200), side(20, 400)], 0.0333)!;
  expect(other.split.mix + other.split.behaviour + other.split.rest).toBeCloseTo(0.0333, 10);
  expect(say(other.sentence, 'en')).toBe(
    'The raw gap, +3 points, is made of 0 points by use at equal size, +5 points by the size of places, −2 points that places read one by one do not tell (published bands, places not published, another day).',
  );
});

test('the gap is written as everywhere else on the page: in tenths only below one point', () => {
  const half = caseMixOf([side(40, 200), side(20, 400)], 0.0053)!;
  expect(say(half.sentence, 'en')).toMatch(
    /^The raw gap, \+0.5 points, is made of 0 points by use at equal size, \+4.7 points by the size of places, −4.2 points/,
  );
});

test('a size that one side does not have has no like there: sizes are compared where both have people', () => {
  const pilot = { byPlace: new Map([['a', site(16, 40)]]), weekEnd: '2026-10-25', hidden: 0, unit: 'site' as const };
  const rollout = {
    byPlace: new Map([
      ['b', site(8, 40)],
      ['c', site(54, 180)],
    ]),
    ...{ weekEnd: '2026-10-18', hidden: 0, unit: 'site' as const },
  };
  const gap = 16 / 40 - 62 / 220;
  const mix = caseMixOf([pilot, rollout], gap)!;
  expect(mix.strata[0]!.counts).toEqual([
    { numerator: { low: 16, high: 16 }, denominator: { low: 40, high: 40 } },
    { numerator: { low: 8, high: 8 }, denominator: { low: 40, high: 40 } },
  ]);
  expect(mix.strata[1]!.counts[0]).toBeNull();
  expect(mix.days).toEqual(['2026-10-25', '2026-10-18']);
  expect(mix.comparable[0]).toBe(1);
  expect(mix.comparable[1]).toBeCloseTo(40 / 220, 10);
  expect(mix.split.behaviour).toBeCloseTo(0.4 - 0.2, 10);
  expect(mix.split.mix).toBeCloseTo(0, 10);
  expect(mix.split.apart).toBeCloseTo(0.2 - 62 / 220, 10);
  expect(mix.standardised[0].value - mix.standardised[1].value).toBeCloseTo(mix.split.behaviour, 10);
  expect(say(mix.title, 'en')).toBe('At equal sizes of place: +20 points, without chance between places.');
  expect(say(mix.sentence, 'en')).toBe(
    'Compared over the sizes that both sides have: 100% of the people of the first, 18% of the second. ' +
      'The raw gap, +12 points, is made of +20 points by use at equal size, −8 points by sizes that only one side has.',
  );
  expect(
    caseMixOf(
      [
        { byPlace: new Map([['a', site(16, 40)]]), weekEnd: '2026-10-25', hidden: 0, unit: 'site' as const },
        { byPlace: new Map([['c', site(54, 180)]]), weekEnd: '2026-10-25', hidden: 0, unit: 'site' as const },
      ],
      gap,
    ),
  ).toBeNull();
});

test('at equal sizes a gap between bands is told from end to end', () => {
  const side = (...sites: ReturnType<typeof site>[]) => ({
    byPlace: new Map(sites.map((one, place) => [String(place), one] as const)),
    ...{ weekEnd: '2026-10-25', hidden: 0, unit: 'site' as const },
  });
  const mix = caseMixOf([side(site(16, 40, 2), site(30, 100, 3)), side(site(8, 40, 2), site(30, 100))], 0.1)!;
  // (18 − 6) / 40 and (14 − 10) / 40 at two sevenths, ±3 / 100 at five sevenths.
  const title = say(mix.title, 'en');
  expect(title).toBe(
    'At equal sizes of place: from +1 to +11 points by what is published, without chance between places.',
  );
  expect(say(mix.sentence, 'fr').replace(/\s/g, ' ')).toMatch(
    /^Au milieu de ce qui est publié, l’écart brut, \+10 points, se partage ainsi/,
  );
});
