import { type Window } from '../calendar/windows.js';
import { exactly, type Interval } from '../statistics/interval.js';
import { type IndicatorKey, indicatorOf } from './catalogue.js';
import { Reading } from './reading.js';

type Numbers = Record<string, number | Interval>;

/** Published counts by population and window (0 = state). */
function read(key: IndicatorKey, counts: Record<string, Partial<Record<number, Numbers>>>, window?: Window) {
  const indicator = indicatorOf(key);
  const asked = window ?? indicator.defaultWindow;
  const reading = new Reading('everyone', {
    ...{ base: 'invited', k: 10, window: asked },
    count: (population, frame, measure, days = asked ?? undefined) => {
      const found = counts[population]?.[frame === 'state' ? 0 : (days ?? 0)]?.[measure];
      return found === undefined ? null : typeof found === 'number' ? exactly(found) : found;
    },
  });
  return indicator.value(reading);
}

const habits = { exposed: 200, used: 150, novice: 90, habitual: 50, power: 10 };

describe('habit', () => {
  test.each<[IndicatorKey, number]>([
    ['K12', 0.25],
    ['K12.power', 0.05],
    ['K12.regular', 0.2],
    ['K12.novice', 0.2],
    ['K12.low', 0.3],
    ['K12.none', 0.25],
  ])('%s is %f of the people exposed', (key, value) => {
    expect(read(key, { everyone: { 84: habits } }).value).toBeCloseTo(value, 12);
  });

  test('segments make up everyone', () => {
    const keys = ['K12.power', 'K12.regular', 'K12.novice', 'K12.low', 'K12.none'] as const;
    const sum = keys.reduce((all, key) => all + read(key, { everyone: { 84: habits } }).value!, 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  test('with too few people of twelve weeks it is read over four, and says so', () => {
    const counts = { everyone: { 84: { ...habits, exposed: 9 }, 28: { exposed: 400, habitual: 100 } } };
    expect(read('K12', counts)).toMatchObject({ value: 0.25, n: 400, note: 'four_weeks' });
    // Where four weeks say nothing either, it is the twelve that are too few.
    expect(read('K12', { everyone: { 84: { ...habits, exposed: 9 } } })).toMatchObject({ note: 'too_few_eligible' });
    expect(read('K12', { everyone: { 84: habits, 28: habits } })).not.toHaveProperty('note');
    expect(read('K12', { everyone: { 28: habits } }, 28)).not.toHaveProperty('note');
  });

  test('bands of a segment span both ends', () => {
    const banded = { ...habits, habitual: { low: 48, high: 50 }, power: { low: 9, high: 11 } };
    expect(read('K12.regular', { everyone: { 84: banded } }).numerator).toEqual({ low: 37, high: 41 });
  });
});

describe('personas', () => {
  const persona = { engager: 20, catalyst: 10, responder: 30, broadcaster: 40, observer: 100 };
  const everyone = { 0: { activated: 200 }, 28: { received: 80 } };

  test('are shares of the people activated', () => {
    expect(read('K23.responder', { everyone, persona: { 91: persona } }).value).toBeCloseTo(0.15, 12);
    expect(read('K23.observer', { everyone, persona: { 91: persona } }).value).toBeCloseTo(0.5, 12);
  });

  test('are not measurable where nobody is known to have received anything', () => {
    const silent = { 0: { activated: 200 }, 28: { received: { low: 0, high: 2 } } };
    const said = { shown: 'none', value: null, note: 'needs_targets' };
    expect(read('K23.engager', { everyone: silent, persona: { 91: persona } })).toMatchObject(said);
  });

  test('that are read together say nothing apart', () => {
    const { catalyst: _, ...joined } = persona;
    const counts = { everyone, persona: { 91: joined } };
    expect(read('K23.engager', counts)).toMatchObject({ shown: 'masked', note: 'not_published' });
    expect(read('K23.catalyst', counts)).toMatchObject({ shown: 'masked' });
    expect(read('K23.responder', counts).shown).toBe('value');
  });
});

describe('intensity', () => {
  const bins = (people: Record<string, number>, interactive: number) => ({
    everyone: { 28: { interactive, interactions: interactive * 3 } },
    interactions: { 28: people },
  });

  test('bins that are read together stand for their middle', () => {
    // b0 holds 1 and 2 here, b2 exactly 3.
    expect(read('K24.median', bins({ b0: 60, b2: 40, b3: 0 }, 100)).value).toBe(1.5);
  });

  test('what the last bin holds is what the sum of all leaves to it', () => {
    // Ninety people with one each, ten of the open end with the other 110 of 200.
    const counts = {
      everyone: { 28: { interactive: 100, interactions: 200 } },
      interactions: { 28: { b0: 90, b1: 10 } },
    };
    expect(read('K24b', counts).value).toBeCloseTo(110 / 200, 12);
  });

  test.each([
    [29, 'none', 'too_few_to_compare'],
    [30, 'value', undefined],
  ])('of %i people the Gini index is %s', (people, shown, note) => {
    const outcome = read('K24b.gini', bins({ b0: people, b1: 0 }, people));
    expect([outcome.shown, outcome.note]).toEqual([shown, note]);
    // Their top tenth and median are shown all the same.
    expect(read('K24b', bins({ b0: people, b1: 0 }, people)).shown).toBe('value');
  });

  test('nobody to divide by is undefined, not zero; what is hidden is masked', () => {
    expect(read('K24', bins({}, 0))).toMatchObject({ shown: 'none', value: null });
    expect(read('K24.median', bins({}, 0))).toMatchObject({ shown: 'none', value: null });
    expect(read('K24b', bins({}, 50))).toMatchObject({ shown: 'masked' });
  });
});

test('K05b, K06, K07, K25, K28 divide what they say', () => {
  const everyone = {
    0: { activated: 100 },
    28: {
      exposed_days: 400,
      exposed_active_days: 100,
      engaged_days: 20,
      daily: 5,
      acts: 777,
      due_return: 50,
      returned: 30,
    },
  };
  const values = (['K05b', 'K06', 'K07', 'K25', 'K28'] as const).map((key) => read(key, { everyone }).value);
  expect(values).toEqual([0.25, 0.2, 0.05, 777, 0.6]);
  expect(read('K05b', { everyone: { 28: { exposed_days: 0, exposed_active_days: 0 } } })).toMatchObject({
    shown: 'none',
  });
  expect(read('K28', { everyone: { 28: { due_return: 0, returned: 0 } } })).toMatchObject({
    shown: 'none',
    value: null,
  });
});
