import { comparisonSentences, differenceOf, seriesOf, usualPair } from './comparison.js';
import { acme, steady, wave, weekOf } from './testing/acme.js';

const week = steady.week!;

const [pilot, italy] = [seriesOf(steady, steady.waves[0]!, 'K20'), seriesOf(steady, steady.waves[1]!, 'K20')];

test('weeks count from the launch, and stop at the shorter of both', () => {
  expect(pilot.points.map(({ week: number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(italy.points.map(({ week: number }) => number)).toEqual([0, 1, 2, 3]);
  const latest = differenceOf(pilot, italy, 'launch')!;
  expect(latest.week).toBe(3);
  expect(latest.difference.value).toBeCloseTo(100 / 250 - 80 / 500, 10);
  expect([latest.first.weekEnd, latest.second.weekEnd]).toEqual([weekOf(3), weekOf(7)]);
  expect(differenceOf(pilot, italy, 'calendar')!.first.weekEnd).toBe(weekOf(7));
});

test('a gap beyond chance between few sites is not put down to the wave', () => {
  const latest = differenceOf(pilot, italy, 'launch');
  const said = comparisonSentences(pilot, italy, latest);
  expect([said.observed.key, said.reach.key, said.settle]).toEqual([
    'comparison.observed',
    'comparison.few_sites',
    { key: 'comparison.settle_sites', params: { sites: 9 } },
  ]);
});

test('a gap within chance cannot be concluded from', () => {
  const even = acme((site) => ({ during: { engaged: site === 'paris' ? 52 : 50 } }));
  const [one, other] = even.waves.slice(0, 2).map((which) => seriesOf(even, which, 'K20'));
  expect(comparisonSentences(one, other, differenceOf(one!, other!, 'launch')).reach.key).toBe('comparison.noise');
});

test('counts are drawn but not tested', () => {
  const [one, other] = steady.waves.slice(0, 2).map((which) => seriesOf(steady, which, 'K04.login'));
  expect(one!.points.length).toBeGreaterThan(0);
  expect(differenceOf(one!, other!, 'launch')).toBeNull();
});

test('the usual pair is the pilot and the first wave of the rollout', () => {
  expect(usualPair(steady.waves, week).map(({ key }) => key)).toEqual(['pilot', 'italy']);
  expect(usualPair([wave('later', { actualStart: null })], week)).toEqual([]);
});
