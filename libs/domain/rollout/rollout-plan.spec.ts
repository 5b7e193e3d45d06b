import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { combinedShare, type Plan, plannedShare } from './plan.js';
import { slipDays } from './slip.js';
import { entitiesByWave, inOrder, stateOf, type Wave } from './wave.js';

const line: Plan = { plannedStart: '2020-01-06', plannedEnd: '2020-04-14', target: 1, curve: null };

test.each([
  ['2020-01-05', 0, 'the eve of the start'],
  ['2020-01-06', 0.01, 'one day of a hundred'],
  ['2020-02-24', 0.5, 'half way'],
  ['2020-04-14', 1, 'the last day'],
  ['2021-01-01', 1, 'long after'],
])('on %s a straight plan of a hundred days stands at %f: %s', (day, share) => {
  expect(plannedShare(line, day)).toBeCloseTo(share, 10);
});

test('a declared curve goes through its points, from nothing before the start', () => {
  const curve = [
    { date: '2020-01-15', share: 0.2 },
    { date: '2020-02-04', share: 0.6 },
  ];
  const plan = { ...line, curve };
  expect(plannedShare(plan, '2020-01-05')).toBe(0);
  expect(plannedShare(plan, '2020-01-10')).toBeCloseTo(0.1, 10);
  expect(plannedShare(plan, '2020-01-25')).toBeCloseTo(0.4, 10);
  expect(plannedShare(plan, '2020-12-25')).toBe(0.6);
});

test('plans of several waves weigh by their people', () => {
  const later = { ...line, plannedStart: '2020-06-01', plannedEnd: '2020-06-30' };
  const parts = [
    { plan: line, people: 300 },
    { plan: later, people: 100 },
  ];
  expect(combinedShare(parts, '2020-05-01')).toBeCloseTo(0.75, 10);
  expect(combinedShare([], '2020-05-01')).toBeNull();
});

const alone = [{ plan: line, people: 100 }];

test.each([
  ['2020-03-01', 0.5, 6, 'the plan was there on 24 February'],
  ['2020-03-01', 0.9, -34, 'the plan reaches it on 4 April'],
  ['2020-03-01', 0, 55, 'nobody yet: late since the first day'],
])('on %s with %f activated the slip is %i days: %s', (weekEnd, actual, days) => {
  expect(slipDays(alone, [{ weekEnd, actual }])).toBe(days);
});

const later: Plan = { ...line, plannedStart: '2020-08-03', plannedEnd: '2020-08-31' };
const pause = [
  { plan: line, people: 90 },
  { plan: later, people: 10 },
];

test.each([
  ['2020-06-28', 0.905, 2, 'half a point ahead of a plan that pauses until August: the two days that it takes then'],
  ['2020-06-28', 0.89, -1, 'one point behind since before the pause'],
  ['2020-12-27', 0.9, -147, 'after the end of the plan every day counts'],
])('on %s with %f of a plan that pauses the lead is %i days: %s', (weekEnd, actual, lead) => {
  expect(slipDays(pause, [{ weekEnd, actual }])).toBe(-lead);
});

test('what is finished does not grow late', () => {
  const done = [
    { weekEnd: '2020-04-05', actual: 1 },
    { weekEnd: '2020-12-27', actual: 1 },
  ];
  expect(slipDays(alone, done)).toBe(-9);
});

test('before anything is planned or done there is no slip', () => {
  expect(slipDays(alone, [{ weekEnd: '2019-12-01', actual: 0 }])).toBeNull();
  expect(slipDays([], [{ weekEnd: '2020-12-01', actual: 0.3 }])).toBeNull();
});

test('a plan never goes down, and following it exactly is neither early nor late', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 30 }), (day, step) => {
      const date = addDays(line.plannedStart, day);
      const share = plannedShare(line, date);
      expect(plannedShare(line, addDays(date, step))).toBeGreaterThanOrEqual(share);
      expect(slipDays(alone, [{ weekEnd: date, actual: share }])).toBe(0);
    }),
  );
});

const wave = (key: string, rest: Partial<Wave>): Wave => ({
  ...line,
  ...{ key, name: key, kind: 'rollout', actualStart: null, actualEnd: null, entities: [] },
  ...rest,
});

test('an entity belongs to the nearest wave above it', () => {
  const waves = [wave('pilot', { entities: ['paris'] }), wave('europe', { entities: ['fr', 'de'] })];
  const parents = new Map([
    ['world', null],
    ['fr', 'world'],
    ['paris', 'fr'],
    ['lyon', 'fr'],
    ['opera', 'paris'],
    ['us', 'world'],
  ]);
  const found = entitiesByWave(waves, parents);
  expect([...found.get('pilot')!].sort()).toEqual(['opera', 'paris']);
  expect([...found.get('europe')!].sort()).toEqual(['fr', 'lyon']);
});

test('waves keep their order: pilot before rollout, then by planned start', () => {
  const waves = [
    wave('b', { plannedStart: '2020-05-01' }),
    wave('p', { kind: 'pilot', plannedStart: '2020-06-01' }),
    wave('a', {}),
  ];
  expect(inOrder(waves).map(({ key }) => key)).toEqual(['p', 'a', 'b']);
});

test.each([
  ['2020-01-05', {}, null, 'waiting'],
  ['2020-01-06', {}, null, 'late'],
  ['2020-01-06', { actualStart: '2020-01-06' }, 0.2, 'open'],
  ['2020-02-01', { actualStart: '2020-01-06' }, 1, 'reached'],
  ['2020-02-01', { actualStart: '2020-01-06', actualEnd: '2020-02-01' }, 0.4, 'closed'],
  ['2020-02-01', { actualStart: '2020-01-06', actualEnd: '2020-02-01' }, 1, 'reached'],
  ['2020-01-31', { actualStart: '2020-01-06', actualEnd: '2020-02-01' }, 0.4, 'open'],
] as const)('on %s a wave %o with %p activated is %s', (day, rest, activated, state) => {
  expect(stateOf(wave('w', rest), day, activated === null ? null : { low: activated, high: activated })).toBe(state);
});

test('a wave that is open past its date and surely below its target has missed it', () => {
  const open = { actualStart: '2020-01-06', plannedEnd: '2020-03-06', target: 0.9 };
  const short = { low: 0.85, high: 0.887 };
  expect(stateOf(wave('w', open), '2020-03-06', short)).toBe('open');
  expect(stateOf(wave('w', open), '2020-03-07', short)).toBe('missed');
  // Its figure is from before that date.
  expect(stateOf(wave('w', open), '2020-03-22', short, '2020-03-01')).toBe('open');
  expect(stateOf(wave('w', open), '2020-03-22', { low: 0.85, high: 0.91 })).toBe('unsure');
});

test('a band over the target is neither reached nor missed, and a wave that ended unseen is not called short of it', () => {
  const done = { actualStart: '2020-01-06', actualEnd: '2020-02-01', target: 0.9 };
  const band = { low: 0.88, high: 1 };
  expect(stateOf(wave('w', done), '2020-01-20', band)).toBe('unsure');
  expect(stateOf(wave('w', done), '2020-02-01', band)).toBe('unsure');
  expect(stateOf(wave('w', done), '2020-02-01', { low: 0.9, high: 1 })).toBe('reached');
  expect(stateOf(wave('w', done), '2020-02-01', null)).toBe('unsure');
});
