import { addDays, type Day } from '../calendar/day.js';
import { forecastOf } from './forecast.js';
import { type Standing } from './slip.js';
import { totalForecast, type ForecastPart } from './total-forecast.js';

const launch: Day = '2021-01-04';
const sunday = (week: number) => addDays(launch, week * 7 - 1);
const curve = (ceiling: number, rate: number, middle: number) => (week: number) =>
  ceiling / (1 + Math.exp(-rate * (week - middle)));
const standings = (share: (week: number) => number, weeks: number): Standing[] =>
  Array.from({ length: weeks }, (_, at) => ({ weekEnd: sunday(at + 1), actual: share(at + 1) }));
const wanted = { launch, target: 0.8, plannedEnd: sunday(20) };

test('a wave on a clean curve reaches its target in the week in which the curve does', () => {
  const growth = curve(0.9, 0.4, 8);
  const { forecast, futures } = forecastOf(standings(growth, 11), wanted)!;
  if (forecast.state !== 'fitted') throw new Error('not fitted');
  const truth = [...Array(60).keys()].find((week) => growth(week) >= 0.8)!;
  expect(forecast.reached.day).toBe(sunday(truth));
  expect(forecast.riseWeeks).toBeCloseTo(5.889 / 0.4, 1);
  expect(forecast.ceiling.value).toBeCloseTo(0.9, 2);
  expect(forecast.inflexion).toBe(addDays(launch, 56));
  expect(forecast.points[0]!.weekEnd).toBe(sunday(12));
  expect(forecast.points.length).toBeGreaterThanOrEqual(13);
  expect(futures!.paths[0]).toHaveLength(104);
});

test('a wave that levels off below its target never reaches it, and says where it ends', () => {
  const { forecast } = forecastOf(standings(curve(0.6, 0.8, 4), 14), wanted)!;
  if (forecast.state !== 'fitted') throw new Error('not fitted');
  expect(forecast.reached).toEqual({ day: null, low: null, high: null });
  expect(forecast.ceiling.value).toBeCloseTo(0.6, 1);
});

test('a band is never narrower than what is published of the last measure, even where growth has ended', () => {
  const level = standings(curve(0.6, 0.8, 4), 30);
  const doubt = { below: 0.02, above: 0.01 };
  const { forecast } = forecastOf(level, { ...wanted, doubt })!;
  if (forecast.state !== 'fitted') throw new Error('not fitted');
  expect(forecast.from.high - forecast.from.low).toBeCloseTo(0.03, 12);
  for (const { low, high } of forecast.points) expect(high - low).toBeGreaterThanOrEqual(0.03 - 1e-12);
});

test('the earliest day is that of the upper end, the latest that of the lower one', () => {
  const reachedWith = (doubt: { below: number; above: number }) => {
    const { forecast } = forecastOf(standings(curve(0.9, 0.4, 8), 11), { ...wanted, doubt })!;
    return forecast.state === 'fitted' ? forecast.reached : null;
  };
  const [sure, unsure] = [reachedWith({ below: 0, above: 0 })!, reachedWith({ below: 0.05, above: 0.05 })!];
  expect(unsure.day).toBe(sure.day);
  expect(unsure.low! < sure.low!).toBe(true);
  expect(unsure.high! > sure.high!).toBe(true);
});

test('five weeks are too early, and so is a growth that has not slowed down', () => {
  const slow = curve(0.9, 0.4, 15);
  expect(forecastOf(standings(slow, 5), wanted)).toMatchObject({
    forecast: { state: 'too_early', reason: 'points', observations: 5 },
    futures: null,
  });
  const { forecast } = forecastOf(standings(slow, 9), wanted)!;
  expect(forecast).toMatchObject({ state: 'too_early', reason: 'inflexion' });
  if (forecast.state !== 'too_early') throw new Error('fitted');
  expect(forecast.trend!.perWeek).toBeCloseTo((slow(9) - slow(5)) / 4, 12);
});

test('a trend that stands still leads nowhere', () => {
  const { forecast } = forecastOf(
    standings(() => 0.2, 4),
    wanted,
  )!;
  expect(forecast).toMatchObject({ state: 'too_early', trend: null });
});

test('nothing to forecast before the launch or once the target is reached', () => {
  expect(forecastOf([{ weekEnd: addDays(launch, -1), actual: 0.1 }], wanted)).toBeNull();
  expect(forecastOf(standings(curve(0.95, 1, 3), 12), wanted)).toBeNull();
});

test('measures of before the launch do not count', () => {
  const before = [14, 7].map((days) => ({ weekEnd: addDays(launch, -days - 1), actual: 0.02 }));
  const { forecast } = forecastOf([...before, ...standings(curve(0.9, 0.4, 8), 11)], wanted)!;
  expect(forecast.observations).toBe(11);
});

const part = (rest: Partial<ForecastPart>): ForecastPart => ({
  ...{ name: 'one', people: 100, actual: 0.5, state: 'open', futures: null },
  plan: { plannedStart: launch, plannedEnd: sunday(20), target: 0.8, curve: null },
  ...rest,
});

test('the whole adds up its waves: over, growing, and to come as planned', () => {
  const { futures } = forecastOf(standings(curve(0.9, 0.4, 8), 11), wanted)!;
  const week = sunday(11);
  const total = totalForecast(
    [
      part({ state: 'reached', actual: 0.85 }),
      part({ futures, actual: 0.7 }),
      part({ name: 'next', state: 'waiting', actual: 0, people: 200 }),
    ],
    week,
  )!;
  expect(total).toMatchObject({ state: 'fitted', missing: [], assumed: ['next'] });
  const planned = 0.8 * ((7 * 12) / 140);
  const middle = curve(0.9, 0.4, 8)(12);
  expect(total.points[0]!.value).toBeCloseTo(0.25 * 0.85 + 0.25 * middle + 0.5 * planned, 2);
});

test('one wave that tells too little keeps the whole from being told', () => {
  expect(totalForecast([part({}), part({ state: 'closed' })], sunday(11))).toMatchObject({
    ...{ state: 'too_early', missing: ['one'], points: [] },
  });
  expect(totalForecast([part({ state: 'reached' })], sunday(11))).toBeNull();
  expect(totalForecast([part({ people: 0 })], sunday(11))).toBeNull();
});
