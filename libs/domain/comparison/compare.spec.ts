import { outcomeAt } from '../indicators/rows.js';
import { acme, steady } from '../rollout/testing/acme.js';
import { sentence } from '../sentences/sentence.js';
import { say } from '../sentences/say.js';
import { clustersOf } from './clusters.js';
import { compare } from './compare.js';
import { funnelPlot } from './funnel-plot.js';
import { type Alignment, lastPair, seriesOf } from './series.js';
import { sideNamed, sideOn } from './side.js';

function compared(
  board: typeof steady,
  one: string,
  other: string,
  key: 'K20' | 'K04.login' | 'K08' = 'K20',
  align: Alignment = 'launch',
) {
  const series = [one, other].map((text) => seriesOf(sideOn(board, sideNamed(text)!)!, key));
  const pair = lastPair(series[0]!, series[1]!, align);
  const at = (place: 0 | 1) => clustersOf(series[place]!.side, key, pair![place].weekEnd, 28);
  return compare(series, align, pair && [at(0), at(1)], []);
}

test('one site of a pilot against two of a wave: observed, but not put down to the wave', () => {
  const { latest, ...judgement } = compared(steady, 'pilot', 'italy');
  expect(latest!.difference.value).toBeCloseTo(100 / 250 - 80 / 500, 10);
  expect(latest!.reach).toMatchObject({ refusal: 'one_site', clusters: [1, 2], unit: 'entity', p: null });
  expect([judgement.observed.key, judgement.reach.key, judgement.settle.key]).toEqual([
    'comparison.observed',
    'comparison.refused_one_site',
    'comparison.settle_beyond',
  ]);
  expect(say(judgement.observed, 'en')).toBe('In week 3 after opening, pilot 40%, against 16% for italy: +24 points.');
  expect(say(judgement.reach, 'en')).toBe(
    'A single entity on one side (1 entity against 2, 250 people against 500): nothing tells what sets pilot and italy apart from what is ' +
      'particular to that entity. No test is possible.',
  );
  // The only entity that no opened wave has may join either side: not what it takes.
  expect(say(judgement.settle, 'en')).toBe(
    'For the entities to be tested, it would take 9 more entities for pilot and 8 for italy, more than can join: ' +
      'entities will not settle it.',
  );
});

test('counts are drawn but not compared', () => {
  const { series, latest } = compared(steady, 'pilot', 'italy', 'K04.login');
  expect(series[0]!.points.length).toBeGreaterThan(0);
  expect(latest).toBeNull();
});

test('a side beside itself is refused with the reason', () => {
  const { latest, observed, settle } = compared(steady, 'pilot', 'pilot');
  expect(latest).toBeNull();
  expect(say(observed, 'en')).toBe('Both sides are the same, pilot: there is nothing to compare.');
  expect(settle.key).toBe('comparison.settle_other');
});

const toldAt = (text: string, ages: readonly number[]) => {
  const series = seriesOf(sideOn(steady, sideNamed(text)!)!, 'K20');
  return { ...series, points: ages.map((week) => ({ ...series.points[0]!, week })) };
};

test('sides that are told at other ages are compared at the nearest, and both ages are said', () => {
  const pairAt = (one: readonly number[], other: readonly number[]) =>
    lastPair(toldAt('pilot', one), toldAt('italy', other), 'launch')?.map(({ week }) => week);
  expect(pairAt([0, 4, 8], [2, 6, 10])).toEqual([8, 10]);
  expect(pairAt([0, 4, 8, 12], [3, 7])).toEqual([8, 7]);
  // A week that both tell comes before all others.
  expect(pairAt([0, 1, 2, 3], [1, 5])).toEqual([1, 1]);
  expect(pairAt([0, 4], [8, 12])).toBeUndefined();
  expect(pairAt([0, 4], [])).toBeUndefined();
  const series = [toldAt('pilot', [0, 4, 8]), toldAt('italy', [2, 6])];
  const clusters = series.map(({ side, points }) => clustersOf(side, 'K20', points[0]!.weekEnd, 28));
  const { observed } = compare(series, 'launch', [clusters[0]!, clusters[1]!], []);
  expect(say(observed, 'en')).toBe(
    'In week 8 after its opening, pilot 40%, against 16% for italy in week 6 of its own: +24 points. ' +
      'Published at different ages, read at the nearest: pilot has had 2 more weeks.',
  );
});

test('a side that has told nothing for two blocks is named, and nobody is told to wait', () => {
  const settle = (silence: 'masked' | 'untold' | null) =>
    compare([{ ...toldAt('pilot', []), silence }, toldAt('italy', [3])], 'launch', null, []).settle;
  expect(settle('masked')).toEqual(
    sentence('comparison.settle_masked', { name: 'pilot', nameEn: 'pilot', kind: 'wave', shorter: 0 }),
  );
  expect(settle('untold').key).toBe('comparison.settle_untold');
  expect(settle(null).key).toBe('comparison.settle_common_weeks');
  const hushed = acme((site, week) => (site === 'paris' && week > 1 ? {} : { during: { engaged: 50 } }), { weeks: 12 });
  const of = (text: string) => seriesOf(sideOn(hushed, sideNamed(text)!)!, 'K20').silence;
  expect([of('pilot'), of('italy')]).toEqual(['masked', null]);
});

test('a gap whose side is not sure says that its ends are those of published bands', () => {
  const people = { firstLow: 51, firstHigh: 71, firstOf: 256, secondLow: 36, secondHigh: 46, secondOf: 182 };
  const bounds = { firstBound: 1, secondBound: 0 } as const;
  const names = {
    ...{ first: 'Amériques', firstEn: 'Americas', firstKind: 'wave' },
    ...{ second: 'Bureau', secondEn: 'Office', secondKind: 'wave' },
  };
  const gap = { points: 0.01, pointsLow: -0.05, pointsHigh: 0.08 };
  const observed = sentence('comparison.observed_calendar', {
    ...names,
    ...people,
    ...bounds,
    ...gap,
    ...{ day: '2026-10-25', old: 0 },
  });
  expect(say(observed, 'en')).toMatch(/: from −5 to \+8 points, since counts are published as bands\.$/);
  // Bounds have no middle, however near they are; the ends of a band do.
  expect(say(observed, 'en')).toMatch(/Americas between 20% and 28%, against about 23% for Office/);
});

test('a Sunday of long ago is said to be the last that both published', () => {
  const silentFrom = (from: number) =>
    acme((site, week) => (site === 'rome' && week >= from ? {} : { during: { engaged: 100 } }), { weeks: 12 });
  const said = (from: number) =>
    say(compared(silentFrom(from), 'entity:paris', 'entity:rome', 'K20', 'calendar').observed, 'en');
  expect(said(12)).toMatch(/^On 28 March 2021, PARIS/);
  // Four weeks back is as often as a small side tells anything.
  expect(said(8)).toMatch(/^On 28 February 2021, PARIS/);
  expect(said(7)).toMatch(/^On 21 February 2021, the last Sunday that both published, PARIS/);
});

test('somebody on both sides is said before anything else', () => {
  expect(compared(steady, 'pilot', 'entity:paris').reach.key).toBe('comparison.refused_overlap');
});

test('a wave that has not opened is not compared, and no number of weeks is promised', () => {
  expect(['france', 'entity:lyon', 'pilot'].map((text) => sideOn(steady, sideNamed(text)!)!.waits)).toEqual([
    ...[true, true, false],
  ]);
  const { reach, settle } = compared(steady, 'entity:lyon', 'entity:paris', 'K08', 'calendar');
  expect([reach.key, settle.key]).toEqual(['comparison.not_open', 'comparison.settle_open']);
});

test('the funnel shows who lies beyond what size explains', () => {
  const board = acme((site) => ({ during: { engaged: site === 'paris' ? 150 : 50 } }));
  const plot = funnelPlot(board, 'K20', board.week!, 28);
  expect(plot.target).toBeCloseTo(300 / 1000, 10);
  expect(plot.entities.map(({ place, standing }) => [place, standing])[0]).toEqual(['paris', 'above']);
  expect(plot.entities.filter(({ standing }) => standing === 'below')).toHaveLength(3);
  expect(plot.limits[0]!.warn.low).toBeGreaterThan(plot.limits[0]!.alarm.low);
  const [paris] = plot.entities;
  expect(paris).toMatchObject({ kind: 'cell', name: 'PARIS', members: [] });
  expect(paris!.shrunk!).toBeLessThan(paris!.value!);
  // The same figure as the indicator itself, with its ends.
  const { value, low, high } = outcomeAt(board.publication, board.rules, 'K20', board.place('paris'), board.week!, 28);
  expect([paris!.value, paris!.low, paris!.high]).toEqual([value, low, high]);
});

test('what is published too widely has no point in the funnel, and stands out only from its nearest end', () => {
  const banded = (site: string): [number, number] =>
    site === 'rome' ? [3, 101] : site === 'paris' ? [150, 158] : [48, 52];
  const board = acme((site) => ({ during: { engaged: banded(site) } }));
  const plot = funnelPlot(board, 'K20', board.week!, 28);
  const at = (place: string) => plot.entities.find((each) => each.place === place)!;
  expect([at('rome').value, at('rome').shrunk, at('rome').standing]).toEqual([null, null, 'within']);
  expect(at('rome').published).toEqual({ low: 3 / 250, high: 101 / 250 });
  expect(plot.entities.at(-1)!.place).toBe('rome');
  expect(at('paris').value).toBeCloseTo(154 / 250, 10);
  // The whole holds what its parts leave open.
  expect([plot.around!.low, plot.around!.high]).toEqual([249 / 1000, 363 / 1000]);
  expect(plot.limits[0]!.warn.low).toBeLessThan(plot.around!.low);
  expect(plot.limits[0]!.warn.high).toBeGreaterThan(plot.around!.high);
});

test('places compared with themselves are not called sites that differ', () => {
  const facts = {
    first: '2026-11-15',
    firstEn: '2026-11-15',
    firstKind: 'period',
    second: '2026-10-18',
    secondEn: '2026-10-18',
    secondKind: 'period',
    shock: '',
    unit: 'site' as const,
    people: 900,
    otherPeople: 900,
  };
  const noise = (paired: 0 | 1) =>
    sentence('comparison.noise', { ...facts, sites: 50, otherSites: 50, p: 1, detectable: 0.27, paired });
  expect(say(noise(1), 'en')).toMatch(/^Each site against itself \(50 sites\), a gap of this size may be chance/);
  expect(say(noise(1), 'fr')).toMatch(/^Chaque site comparé à lui-même/);
  expect(say(noise(0), 'fr')).toMatch(/^Entre sites qui diffèrent/);
});
