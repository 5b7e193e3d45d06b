import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Light } from '../diagnostic/light.js';
import { exactShare, masked, share } from '../indicators/outcome.js';
import { exactly } from '../statistics/interval.js';
import {
  type Dated,
  type GateFacts,
  type GateRuleKey,
  gateRuleKeys,
  gateRules,
  gateWaves,
  recommendationOf,
} from './gate.js';

const dated = (outcome: Outcome) => ({ ...outcome, asOf: '2026-11-15' });
const rate = (x: number, n = 100) => dated(share(exactly(x), exactly(n), 10));
const listed = (x: number, n = 100) => dated(exactShare(exactly(x), exactly(n)));
const band = (low: number, high: number) => dated(share({ low, high }, exactly(100), 10));
const untold = dated(masked('not_published'));
const every =
  (days: number) =>
  (...figures: Dated[]): Dated[] =>
    figures.map((figure, at) => ({ ...figure, asOf: addDays('2026-08-02', days * at) }));
const [weekly, everyFourWeeks] = [every(7), every(28)];

const good: GateFacts = {
  declared: () => 'done',
  sponsors: null,
  coverage: listed(12),
  activation: rate(90),
  habit: weekly(rate(40), rate(41), rate(41)),
};
const light = (key: GateRuleKey, change: Partial<GateFacts>): Light =>
  gateRules.find((rule) => rule.key === key)!.judge({ ...good, ...change }).light;

test('everything in order opens the wave', () => {
  const lights = gateRules.map(({ judge }) => judge(good).light);
  expect(lights).toEqual(gateRuleKeys.map(() => 'green'));
  expect(recommendationOf(lights)).toBe('go');
});

test.each<[GateRuleKey, Partial<GateFacts>, Light]>([
  ['sponsor', { declared: () => 'missing' }, 'red'],
  ['sponsor', { declared: () => null }, 'unknown'],
  ['sponsor', { declared: () => null, sponsors: 1 }, 'green'],
  ['sponsor', { declared: () => null, sponsors: 0 }, 'red'],
  ['communication', { declared: () => 'started' }, 'amber'],
  ['platform', { declared: (item) => (item === 'content_plan' ? 'done' : null) }, 'unknown'],
  ['platform', { declared: (item) => (item === 'content_plan' ? 'missing' : null) }, 'red'],
  ['platform', { declared: () => 'not_applicable' }, 'green'],
  ['ambassadors', { coverage: listed(9) }, 'red'],
  ['ambassadors', { coverage: listed(10) }, 'green'],
  ['ambassadors', { coverage: null }, 'unknown'],
  ['activation', { activation: rate(65) }, 'red'],
  // 70 to 86 %: the limit of 80 % lies within.
  ['activation', { activation: rate(79) }, 'unknown'],
  ['activation', { activation: dated(share({ low: 78, high: 82 }, exactly(100), 10)) }, 'unknown'],
  ['activation', { activation: dated(masked('not_published')) }, 'unknown'],
  ['habit', { habit: weekly(rate(42), rate(41), rate(40)) }, 'red'],
  ['habit', { habit: weekly(rate(42), rate(43), rate(40)) }, 'amber'],
  ['habit', { habit: weekly(rate(42), rate(40), rate(40)) }, 'green'],
  ['habit', { habit: weekly(rate(42), untold, rate(40)) }, 'unknown'],
  ['habit', { habit: weekly(rate(42), rate(41), rate(41), untold) }, 'unknown'],
  ['habit', { habit: weekly(untold, rate(42), rate(41), rate(41)) }, 'green'],
  ['habit', { habit: weekly(rate(42), rate(41)) }, 'unknown'],
  // What is told every four weeks tells nothing of two weeks running.
  ['habit', { habit: everyFourWeeks(rate(40), rate(41), rate(42)) }, 'unknown'],
  // Between 40 and 42 after 42: it may have fallen a second time.
  ['habit', { habit: weekly(rate(44), rate(42), band(40, 42)) }, 'unknown'],
  ['habit', { habit: weekly(rate(44), band(38, 40), band(40, 44)) }, 'green'],
  ['habit', { habit: null }, 'unknown'],
])('%s with %j is %s', (key, change, expected) => {
  expect(light(key, change)).toBe(expected);
});

test('what is not known never opens a wave, and one red closes it', () => {
  const lights = fc.array(fc.constantFrom<Light>('green', 'amber', 'red', 'unknown'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lights, (found) => {
      const recommended = recommendationOf(found);
      if (found.includes('unknown')) expect(recommended).not.toBe('go');
      expect(recommended === 'no_go').toBe(found.includes('red'));
    }),
  );
});

test('the gate is that of the wave planned soonest, after the one opened last', () => {
  const wave = (key: string, plannedStart: string, actualStart: string | null) => ({ key, plannedStart, actualStart });
  const waves = [
    wave('third', '2026-06-01', null),
    wave('first', '2026-01-05', '2026-02-01'),
    wave('pilot', '2026-02-01', '2026-01-10'),
    wave('second', '2026-03-01', '2026-04-01'),
  ];
  const keys = (day: string) => {
    const { next, previous } = gateWaves(waves, day);
    return [next?.key, previous?.key];
  };
  expect(keys('2026-03-15')).toEqual(['second', 'first']);
  expect(keys('2026-05-01')).toEqual(['third', 'second']);
  expect(keys('2025-01-01')).toEqual(['first', undefined]);
  expect(gateWaves([], '2026-01-01')).toEqual({ next: null, previous: null });
});
