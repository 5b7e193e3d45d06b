import { say } from '../sentences/say.js';
import { waveProgress } from './rollout.js';
import { acme, waves } from './testing/acme.js';
import { totalForecastSentence } from './forecast-sentence.js';
import { type TotalForecast } from './total-forecast.js';
import { waveForecasts } from './wave-forecasts.js';

/** Italy, open since the fourth week, slows down towards 70 %; Paris has reached everybody, Lyon waits. */
const board = (weeks: number) =>
  acme(
    (site, week) => {
      const share = site === 'paris' ? 1 : site === 'lyon' ? 0 : 0.7 / (1 + Math.exp(-0.9 * (week - 8)));
      return { state: { activated: Math.round(share * 250) } };
    },
    { weeks, of: waves },
  );

const forecasts = (weeks: number) => {
  const at = board(weeks);
  return waveForecasts(
    at,
    at.waves.map((wave) => waveProgress(at, wave, at.week!)),
    at.week!,
  );
};

test('only the open wave is forecast, and the whole follows plans where nothing is open', () => {
  const { byWave, total } = forecasts(15);
  expect([...byWave.keys()]).toEqual(['italy']);
  const italy = byWave.get('italy')!;
  expect(italy).toMatchObject({ state: 'fitted', reached: { day: null } });
  expect(say(italy.sentence, 'en')).toBe(
    'As of 18 April 2021, italy levels off around 70%: on this course the target of 100% is not reached.',
  );
  expect(total).toMatchObject({ state: 'fitted', missing: [], assumed: ['france'], target: 1 });
  // A day that comes from a plan is given without chances, and never beside a target that is missed.
  expect(say(total!.sentence, 'en')).toBe(
    'Even if the opening to come follows its plan, the rollout levels off around 85%: the target of 100% is not reached.',
  );
  expect(total!.points.at(-1)!.value).toBeCloseTo(0.25 + 0.5 * 0.7 + 0.25, 1);
});

test('too early for the wave is too early for the whole', () => {
  const { byWave, total } = forecasts(7);
  expect(byWave.get('italy')).toMatchObject({ state: 'too_early', reason: 'points' });
  expect(say(byWave.get('italy')!.sentence, 'en')).toContain('too early to forecast, with 3 measures');
  expect(total).toMatchObject({ state: 'too_early', missing: ['italy'], points: [] });
});

const at = (day: string | null, low: string | null, high: string | null) => ({ day, low, high });
const whole = (rest: Partial<TotalForecast>): TotalForecast => ({
  ...{ state: 'fitted', target: 0.9, missing: [], assumed: [] },
  ...{ reached: at('2026-12-13', '2026-12-13', '2026-12-13'), points: [] },
  ...rest,
});

test('three equal dates are one, and a plan is no forecast', () => {
  const said = (total: TotalForecast, short = 0) => say(totalForecastSentence(total, short), 'en');
  expect(said(whole({}))).toBe(
    'The rollout reaches 90% around 13 December 2026; eight chances in ten in that very week.',
  );
  expect(said(whole({ assumed: ['Asia'] }), 1)).toBe(
    'If the opening to come follows its plan, the rollout reaches 90% around 13 December 2026, although one opening levels off below its target.',
  );
  expect(said(whole({ reached: at('2026-12-13', '2026-12-06', '2026-12-20') }), 2)).toContain(
    'between 6 December 2026 and 20 December 2026, although 2 openings level off below their targets.',
  );
});

test('a ceiling that rounds to the target is said to lie just below it', () => {
  const sentence = (ceiling: number) => ({
    key: 'forecast.levels_off',
    params: {
      ...{ wave: 'Asia', target: 0.9, ceiling, day: '2026-10-25' },
      ...{ ceilingLow: ceiling - 0.02, ceilingHigh: ceiling + 0.01 },
    },
  });
  expect(say(sentence(0.896), 'en')).toBe('As of 25 October 2026, Asia levels off just below its target of 90%.');
  expect(say(sentence(0.83), 'en')).toContain('around 83% (eight chances in ten between 81% and 84%)');
});
