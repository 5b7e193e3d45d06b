import { say } from '../sentences/say.js';
import { attentionOf, summaryNumber, trendOf, uncoveredPlaces } from './summary.js';
import { ambassadorSentence, coverageState, median, missionLength } from './ambassadors.js';
import { comparisonSentences, differenceOf, seriesOf, usualPair } from './comparison.js';
import { exemplaritySentence, levelRow, othersOf } from './exemplarity.js';
import { rolloutSentence, siteProgress, slipWord, totalProgress, waveProgress } from './rollout.js';
import { type CountRow, Publication } from '../indicators/publication.js';
import { acme, wave, weekOf } from './testing/acme.js';

// The pilot (Paris) follows its plan; Italy opens in week 4 and moves at half the pace.
const steady = acme((site, week) => {
  const share = site === 'paris' ? Math.min(1, (week + 1) / 8) : site === 'lyon' ? 0 : Math.max(0, week - 3) / 16;
  return {
    state: { activated: Math.round(share * 250), ambassadors: site === 'paris' ? 30 : 0 },
    during: { engaged: site === 'paris' ? 100 : 40, login: 125 },
  };
});
const week = steady.week!;

test('each wave is its largest places, without what is listed elsewhere', () => {
  expect(steady.waves.map(({ key }) => [key, steady.cover(key, week).nodes])).toEqual([
    ['pilot', ['paris']],
    ['italy', ['italy']],
    ['france', ['lyon']],
  ]);
  expect(steady.waveOf('rome', week)?.key).toBe('italy');
  expect(steady.waveOf('acme', week)).toBeUndefined();
});

test('a wave that follows its plan is neither early nor late', () => {
  const pilot = waveProgress(steady, steady.waves[0]!, weekOf(7));
  expect(pilot).toMatchObject({ slipDays: 0, state: 'done', entities: { planned: 1, opened: 1 }, asOf: weekOf(7) });
  expect(pilot.curve[0]).toMatchObject({ weekEnd: weekOf(0), plan: 7 / 56, actual: 31 / 250 });
  expect(pilot.funnel.map(({ step, people }) => [step, people?.low])).toEqual([
    ['planned', 250],
    ['invited', 250],
    ['activated', 250],
    ['connected', undefined],
    ['engaged', undefined],
  ]);
});

test('a slow wave is behind, and its plan is drawn to its end', () => {
  const italy = waveProgress(steady, steady.waves[1]!, week);
  // 126 of 500 on 28 February; the plan passed them on the fifteenth of its 56 days, 15 February.
  expect(italy.slipDays).toBe(13);
  expect(slipWord(italy)).toBe('behind');
  expect(italy.scheduleIndex?.value).toBeCloseTo(0.5, 1);
  expect(italy.curve.at(-1)).toEqual({ weekEnd: '2021-03-28', plan: 1, actual: null, low: null, high: null });
  expect(say(italy.sentence, 'en')).toBe('italy is 13 days behind, with 25% activated.');
});

test('a wave that should be open is late whatever it did', () => {
  expect(waveProgress(steady, steady.waves[2]!, week).sentence).toEqual({
    key: 'wave.late',
    params: { wave: 'france', days: 6 },
  });
});

test('all waves together weigh by their people', () => {
  const progress = steady.waves.map((one) => waveProgress(steady, one, week));
  const total = totalProgress(steady, progress, week)!;
  expect(total.entities).toEqual({ planned: 4, opened: 3 });
  expect(total.people.planned).toEqual({ low: 1000, high: 1000 });
  expect(total.activation.value).toBeCloseTo((250 + 126) / 1000, 10);
  expect(total.plannedShare).toBeCloseTo((250 + 250 + 250 * (7 / 35)) / 1000, 10);
  expect(rolloutSentence(steady, total).key).toBe('rollout.behind');
  expect(siteProgress(steady, week).map(({ place, state }) => [place.key, state])).toEqual([
    ['paris', 'done'],
    ['rome', 'open'],
    ['milan', 'open'],
    ['lyon', 'late'],
  ]);
});

test('a slip that bands leave open is not called late', () => {
  const vague = acme((_, number) => ({ state: { activated: [number * 15, number * 15 + 50] } }), {
    of: [wave('all', { entities: ['acme'] })],
  });
  const progress = waveProgress(vague, vague.waves[0]!, vague.week!);
  expect(progress.slipRange!.low).toBeLessThan(progress.slipRange!.high);
  const touches = progress.slipRange!.low < 7;
  expect(slipWord(progress)).toBe(touches ? 'on_time' : 'behind');
});

test('nothing published and nothing declared are said', () => {
  expect(
    rolloutSentence(
      acme(() => ({}), { weeks: 0 }),
      null,
    ).key,
  ).toBe('rollout.unpublished');
  expect(
    rolloutSentence(
      acme(() => ({}), { of: [] }),
      null,
    ).key,
  ).toBe('rollout.no_wave');
});

describe('comparison', () => {
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
});

describe('ambassadors', () => {
  test.each([
    [0, 100, 'none', 10],
    [9, 100, 'below', 1],
    [10, 100, 'inside', 0],
    [20, 100, 'inside', 0],
    [21, 100, 'above', 0],
    [1, 12, 'below', 1],
  ])('%i for %i people is %s, %i missing', (ambassadors, people, state, missing) => {
    expect(coverageState(ambassadors, people)).toEqual({ state, missing });
  });

  test.each([
    ['2021-01-01', '2021-05-01', { days: 59, running: true, length: 'inside' }],
    ['2021-01-01', null, { days: 59, running: true, length: null }],
    ['2020-06-01', null, { days: 273, running: true, length: 'longer' }],
    ['2020-12-01', '2021-01-01', { days: 31, running: false, length: 'shorter' }],
    [null, null, { days: null, running: true, length: null }],
  ])('a mission from %p to %p', (from, to, length) => {
    expect(missionLength({ from, to }, '2021-03-01')).toEqual(length);
  });

  test('the median of nothing is nothing', () => {
    expect([median([]), median([5, 1, 3]), median([1, 2, 3, 10])]).toEqual([null, 3, 2.5]);
  });

  test('nobody in office is said plainly', () => {
    expect(ambassadorSentence(null, 4).key).toBe('ambassadors.none');
  });
});

describe('exemplarity', () => {
  const read = (managers: number, others: number, size = 100) => {
    const at = (population: string, people: number, daily: number): CountRow[] => [
      { population, days: 0, node: 'acme', weekEnd: week, counts: { people: [people, people] } },
      { population, days: 28, node: 'acme', weekEnd: week, counts: { daily: [daily, daily] } },
    ];
    const rows = [...at('managers', size, managers), ...at('others', 900, others)];
    const publication = new Publication(new Map([[week, steady.publication.tree(week)]]), rows);
    const where = {
      publication,
      rules: steady.rules,
      place: steady.publication.tree(week).root!,
      week,
      windowEnd: week,
    };
    return { overall: levelRow(where, 'managers', null), others: othersOf(where) };
  };

  test.each([
    [50, 153, 'exemplarity.leads'],
    [5, 153, 'exemplarity.lags'],
    [20, 153, 'exemplarity.even'],
  ])('%i daily managers of 100 against %i of 900: %s', (managers, others, key) => {
    const { overall, others: rest } = read(managers, others);
    expect(exemplaritySentence(overall, rest).key).toBe(key);
  });

  test('the gap comes with its ratio, and few managers say so', () => {
    const { overall } = read(25, 153);
    expect(overall.gaps.daily?.points.value).toBeCloseTo(0.08, 10);
    expect(overall.gaps.daily?.ratio?.value).toBeCloseTo(25 / 17, 10);
    expect(overall.gaps.weekly).toBeNull();
    const few = read(3, 153, 9);
    expect(few.overall.tooFew).toBe(true);
    expect(exemplaritySentence(few.overall, few.others).key).toBe('exemplarity.too_few');
  });
});

describe('summary', () => {
  test('a number moves only when its bands do not touch', () => {
    const at = (low: number, high: number) => ({
      ...{
        numerator: { low, high },
        denominator: { low: 100, high: 100 },
        value: (low + high) / 200,
        low: 0,
        high: 1,
        n: 100,
      },
      shown: 'value' as const,
    });
    expect(trendOf(at(20, 22), at(22, 24))).toBe('stable');
    expect(trendOf(at(20, 22), at(23, 25))).toBe('up');
    expect(trendOf(at(20, 22), at(17, 19))).toBe('down');
    expect(trendOf(null, at(17, 19))).toBe('unknown');
  });

  test('the number says what changed over which time', () => {
    const falling = acme((_, number) => ({ during: { engaged: 100 - number * 5 } }));
    const engagement = summaryNumber(falling, 'K20', falling.week!);
    expect(engagement).toMatchObject({ trend: 'down', beforeEnd: weekOf(3), window: 28 });
    expect(say(engagement.sentence, 'en')).toBe('Engagement rate down 8 points in 28 days.');
  });

  test('at most three points ask for attention, the gravest first', () => {
    const progress = steady.waves.map((one) => waveProgress(steady, one, week));
    const engagement = summaryNumber(steady, 'K20', week);
    const points = attentionOf(steady, progress, engagement, uncoveredPlaces(steady, week), week);
    expect(points.map(({ key, wave: of, node }) => [key, of ?? node])).toEqual([
      ['attention.wave_behind', 'italy'],
      ['attention.uncovered', 'rome'],
    ]);
  });
});
