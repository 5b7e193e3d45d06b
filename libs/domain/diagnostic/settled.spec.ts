import { share } from '../indicators/outcome.js';
import { type IndicatorRow } from '../indicators/rows.js';
import { wave } from '../rollout/testing/acme.js';
import { exactly } from '../statistics/interval.js';
import { settledShare, youngWaves } from './settled.js';

const row = (slice: string, invited: number, opened: number, periodEnd = '2021-02-28'): IndicatorRow => ({
  ...{ indicator: 'K01', slice, node: null, periodEnd, window: null },
  ...share(exactly(invited), exactly(opened), 10),
});

test('waves are young for a week from their opening; lists of people are in other waves as well', () => {
  const of = [
    wave('old', { actualStart: '2021-02-21', entities: ['a'] }),
    wave('young', { actualStart: '2021-02-22', entities: ['b'] }),
    wave('waiting', { actualStart: null, entities: ['c'] }),
    wave('later', { actualStart: '2021-03-01', entities: ['d'] }),
    wave('list', { actualStart: '2021-02-25' }),
  ];
  expect(youngWaves(of, '2021-02-28', 7).map(({ key }) => key)).toEqual(['young']);
});

test('what is asked one week after an opening is not asked of a wave that opened yesterday', () => {
  const whole = row('organisation', 500, 800);
  expect(settledShare('K01', whole, [row('wave:young', 10, 300)], 10)).toMatchObject({
    ...{ value: 490 / 500, n: 500 },
    // Lists that are whole: nothing is left to chance of what remains of them.
    ...{ low: 490 / 500, high: 490 / 500 },
  });
  expect(settledShare('K01', whole, [], 10)).toBe(whole);
  // A wave that says nothing of that Sunday is not guessed.
  expect(settledShare('K01', whole, [undefined], 10)).toBe(whole);
  expect(settledShare('K01', whole, [row('wave:young', 10, 300, '2021-02-21')], 10)).toBe(whole);
});
