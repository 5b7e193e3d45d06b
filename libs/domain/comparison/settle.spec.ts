import { acme, steady, wave, weekOf } from '../rollout/testing/acme.js';
import { say } from '../sentences/say.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { exactly, type Interval } from '../statistics/interval.js';
import { clustersOf, siteOf } from './clusters.js';
import { compare } from './compare.js';
import { type Reach } from './reach.js';
import { seriesOf } from './series.js';
import { mayBeShorter, orSevenDays, settleRefusal } from './settle.js';
import { sideNamed, sideOn } from './side.js';

// Whatever the width of the spaces that do not break.
const french = (said: Sentence) => say(said, 'fr').replaceAll(/\s/g, ' ');

const seriesNamed = (...texts: string[]) => texts.map((text) => seriesOf(sideOn(steady, sideNamed(text)!)!, 'K20'));

const bandsOf = (sites: number, [low, high]: readonly [number, number], of: number, prefix: string) => ({
  byPlace: new Map(
    Array.from({ length: sites }, (_, at) => [
      `${prefix}${at}`,
      siteOf({ numerator: { low: low + (at % 3), high: high + (at % 3) }, denominator: exactly(of) }),
    ]),
  ),
  ...{ hidden: 0, unit: 'site' as const, weekEnd: '2026-10-25' },
});

test('where bands of single sites alone leave open who leads, it is they that are named, and not chance', () => {
  const series = seriesNamed('pilot', 'italy');
  const clusters = [bandsOf(4, [8, 24], 60, 'a'), bandsOf(5, [8, 24], 100, 'b')] as const;
  const { latest, reach } = compare(series, 'launch', clusters, []);
  // Of everyone counted the gap is exact.
  expect(latest!.reach).toMatchObject({ p: 1, atMost: true, published: { low: expect.closeTo(0.24, 10) as number } });
  expect(reach.key).toBe('comparison.open');
  // The gap of all people leads one way: which of both readings decides is said.
  expect(say(reach, 'en')).toMatch(
    /^This gap is of all people counted together; the reading site by site decides \(4 sites against 5\)/,
  );
});

test('what would settle a gap names it, and waiting is offered only while it teaches something', () => {
  const series = seriesNamed('pilot', 'italy');
  const clusters = [bandsOf(4, [16, 16], 60, 'a'), bandsOf(5, [16, 16], 60, 'b')] as const;
  const launch = compare(series, 'launch', clusters, []).settle;
  const calendar = compare(series, 'calendar', clusters, []).settle;
  expect([launch.key, calendar.key]).toEqual(['comparison.settle_beyond', 'comparison.settle_beyond']);
  expect(say(launch, 'en')).toMatch(
    /To settle a gap of 24 points, it would take \d+ more sites for pilot and \d+ for italy, .* 9 more weeks of common/,
  );
  expect(say(calendar, 'en')).toMatch(
    /^To settle a gap of 24 points, it would take .*, more than can join: sites will not settle it\.$/,
  );
  expect(say(calendar, 'fr')).not.toMatch(/semaine/);
});

test('two Sundays that are past: neither sites nor weeks are promised', () => {
  const series = seriesNamed(`period:${weekOf(3)}`, `period:${weekOf(7)}`);
  const at = (week: number) => clustersOf(series[0]!.side, 'K20', weekOf(week), 28);
  const { reach, settle } = compare(series, 'calendar', [at(3), at(7)], []);
  expect([reach.key, settle.key]).toEqual(['comparison.blind', 'comparison.settle_fixed']);
});

const toldAs = (counts: readonly [Interval, Interval], of: number) =>
  seriesNamed('pilot', 'italy').map((one, place) => {
    const [numerator, denominator] = [counts[place]!, exactly(of)];
    const value = (numerator.low + numerator.high) / 2 / of;
    const told = { numerator, denominator, value };
    return { ...one, points: one.points.map((point) => ({ ...point, outcome: { ...point.outcome, ...told } })) };
  });

test('sites settle neither what publication leaves open nor what there are sites enough for', () => {
  const settled = (counts: readonly [Interval, Interval], sites: number, of: number) =>
    compare(toldAs(counts, of), 'calendar', [bandsOf(sites, [15, 15], 60, 'a'), bandsOf(sites, [15, 15], 60, 'b')], [])
      .settle;
  const band = { low: 50, high: 75 };
  expect(settled([band, band], 12, 250)).toEqual(
    sentence('comparison.settle_bands', { open: expect.closeTo(0.2, 10) as number, unit: 'site' }),
  );
  const enough = settled([exactly(375), exactly(382)], 25, 1500);
  expect(say(enough, 'en')).toBe(
    'There are sites enough: a gap of 5 points would have been seen eight times out of ten.',
  );
});

test('a side of several of which one publishes is not a single site: a finer measure may tell more of it', () => {
  const other = bandsOf(5, [16, 16], 60, 'b');
  const said = (hidden: number) => {
    const one = { ...bandsOf(1, [16, 16], 60, 'a'), hidden };
    const { reach, settle } = compare(seriesNamed('pilot', 'italy'), 'calendar', [one, other], []);
    return [reach.key, settle.key];
  };
  expect(said(3)).toEqual(['comparison.refused_sites_hidden', 'comparison.settle_finer']);
  expect(said(0)[0]).toBe('comparison.refused_one_site');
  // What hides on one side helps nothing where the other is one site: it is that one which is named.
  const one = { ...bandsOf(1, [16, 16], 60, 'a'), hidden: 3 };
  const { reach } = compare(seriesNamed('pilot', 'italy'), 'calendar', [one, bandsOf(1, [16, 16], 60, 'b')], []);
  expect(reach.key).toBe('comparison.refused_one_site');
  expect(french(reach)).toMatch(/^Un seul site d’un côté \(4 sites contre 1, 250 personnes contre 500\) : /);
  expect(say(reach, 'en')).toMatch(/^A single site on one side \(4 sites against 1, 250 people against 500\): /);
});

test('a site may join only where none of its departments is in an opened wave', () => {
  const settled = (opened: string[]) => {
    const of = ['rome', 'milan', ...opened].map((site) => wave(site, { entities: [site] }));
    const board = acme(() => ({}), { of, declared: ['france'] });
    const sides = [sideOn(board, sideNamed('rome')!)!, sideOn(board, sideNamed('entity:milan')!)!] as const;
    const reach = { clusters: [9, 10], unit: 'site' } as const satisfies Partial<Reach>;
    const clusters = [bandsOf(9, [16, 16], 60, 'a'), bandsOf(10, [16, 16], 60, 'b')] as const;
    return settleRefusal('no_spread', reach as unknown as Reach, { sides, clusters, gap: 0, weeks: 0 }).key;
  };
  expect(settled([])).toBe('comparison.settle_more');
  expect(settled(['paris'])).toBe('comparison.settle_beyond');
  expect(settled(['paris', 'lyon'])).toBe('comparison.settle_beyond');
});

test('the measure over 7 days is advised where nothing is published finely enough, in words, and nowhere else', () => {
  const finer = sentence('comparison.settle_finer', { shorter: 0 });
  const tested = { reach: { refusal: null } };
  const masked = sentence('comparison.settle_masked', {
    ...{ name: 'Lyon', nameEn: 'Lyon', kind: 'entity', shorter: 0 },
  });
  for (const settle of [finer, masked]) {
    expect([mayBeShorter('K20', 28, settle), french(settle), say(settle, 'en')]).toEqual([
      true,
      expect.not.stringContaining('7 jours') as string,
      expect.not.stringContaining('7 days') as string,
    ]);
  }
  expect(french(orSevenDays(finer, tested))).toMatch(
    /^La mesure sur 7 jours, elle, se compare : choisissez-la, ou un autre côté\.$/,
  );
  expect(say(orSevenDays(finer, tested), 'en')).toBe(
    'The measure over 7 days can be compared: choose it, or another side.',
  );
  expect(french(orSevenDays(masked, tested))).toMatch(
    / : choisissez la mesure sur 7 jours, qui se compare ici, un autre côté ou un autre indicateur\.$/,
  );
  expect(say(orSevenDays(masked, tested), 'en')).toMatch(
    /: choose the measure over 7 days, which can be compared here, another side or another indicator\.$/,
  );
  const enough = sentence('comparison.settle_enough', { gap: 0.05, unit: 'site' });
  expect(mayBeShorter('K20', 28, enough)).toBe(false);
  // It is the measure over 7 days already, or there is none; or that one says no more: it is not advised.
  expect([mayBeShorter('K20', 7, finer), mayBeShorter('K08', null, finer)]).toEqual([false, false]);
  expect([orSevenDays(finer, null), orSevenDays(finer, { reach: { refusal: 'sites_hidden' } })]).toEqual([
    finer,
    finer,
  ]);
});
