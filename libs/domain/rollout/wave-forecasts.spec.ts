import { say } from '../sentences/say.js';
import { waveProgress } from './rollout.js';
import { acme, waves } from './testing/acme.js';
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
    'italy levels off around 70%: on this course the target of 100% is not reached.',
  );
  expect(total).toMatchObject({ state: 'fitted', missing: [], assumed: ['france'], target: 1 });
  expect(total!.points.at(-1)!.value).toBeCloseTo(0.25 + 0.5 * 0.7 + 0.25, 1);
});

test('too early for the wave is too early for the whole', () => {
  const { byWave, total } = forecasts(7);
  expect(byWave.get('italy')).toMatchObject({ state: 'too_early', reason: 'points' });
  expect(say(byWave.get('italy')!.sentence, 'en')).toContain('too early to forecast, with 3 measures');
  expect(total).toMatchObject({ state: 'too_early', missing: ['italy'], points: [] });
});
