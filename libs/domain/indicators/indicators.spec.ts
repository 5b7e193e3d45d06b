import { exactly, type Interval } from '../statistics/interval.js';
import { type Base, baseOf } from './base.js';
import { type IndicatorKey, indicatorOf } from './catalogue.js';
import { exactOutcome } from './exact.js';
import { Reading } from './reading.js';

type Numbers = Record<string, number | Interval>;
interface Case {
  population?: string;
  base?: Base;
  k?: number;
  plan?: number;
  cohort?: { people: Interval; active: Interval };
  state?: Record<string, Numbers>;
  during?: Record<string, Numbers>;
}

/** The outcome of an indicator over the counts of a case; what a case does not name is not published. */
function read(key: IndicatorKey, { state = {}, during = {}, ...rest }: Case) {
  const indicator = indicatorOf(key);
  const reading = new Reading(rest.population ?? indicator.population ?? 'everyone', {
    ...{ base: 'invited', k: 10, window: indicator.defaultWindow, ...rest },
    count: (population, frame, measure) => {
      const found = (frame === 'state' ? state : during)[population]?.[measure];
      return found === undefined ? null : typeof found === 'number' ? exactly(found) : found;
    },
  });
  return indicator.value(reading);
}

const valueOf = (key: IndicatorKey, one: Case) => read(key, one).value;

test.each<[IndicatorKey, number, string, Case]>([
  ['K01', 0.9, 'invited of opened', { state: { everyone: { invited: 900, opened: 1000, people: 1000 } } }],
  [
    'K01',
    1,
    'invited ahead of the wave do not count',
    { state: { everyone: { invited: 1200, opened: 1000, people: 1200 } } },
  ],
  ['K02', 1, 'a company that activates everyone', { during: { everyone: { due14: 300, activated14: 300 } } }],
  [
    'K03',
    0.6,
    'three in five over a year',
    { state: { invited: { people: 75_000 } }, during: { invited: { login: 45_000 } } },
  ],
  [
    'K03b',
    0.5,
    'managers, of those invited',
    { population: 'managers', state: { managers: { invited: 40, people: 40 } }, during: { managers: { login: 20 } } },
  ],
  ['K04.act', 123, 'a count', { during: { everyone: { act: 123 } } }],
  [
    'K04.login.share',
    0.25,
    'of the activated',
    { state: { everyone: { activated: 400 } }, during: { everyone: { login: 100 } } },
  ],
  [
    'K05',
    0.5,
    'ten of twenty working days each',
    { during: { everyone: { login_days: 1000, login_exposure: 2000, login: 100 } } },
  ],
  ['K08', 0.4, 'activated of planned', { state: { everyone: { activated: 400, planned: 1000, people: 1000 } } }],
  ['K08.opened', 0.7, 'opened of planned', { state: { everyone: { opened: 700, planned: 1000, people: 1000 } } }],
  ['K08b', 1.25, 'a quarter more than the plan', { plan: 400, state: { everyone: { activated: 500 } } }],
  ['K11', 0.59, 'of a cohort', { cohort: { people: exactly(100), active: exactly(59) } }],
  [
    'K20',
    0.17,
    'the published engagement',
    { state: { invited: { people: 75_000 } }, during: { invited: { engaged: 12_750 } } },
  ],
  [
    'K21',
    0.27,
    'the published average',
    { state: { invited: { people: 1000 } }, during: { invited: { interactive: 270 } } },
  ],
  [
    'K22',
    0.1,
    'posted of activated',
    { state: { everyone: { activated: 500 } }, during: { everyone: { posted: 50 } } },
  ],
  ['K50', 0.25, 'daily of managers', { state: { managers: { people: 100 } }, during: { managers: { daily: 25 } } }],
  ['K56', 0.4, 'relayed of those due', { during: { managers: { launch_due: 50, launch_relayed: 20 } } }],
  ['K60', 0.15, 'declared', { state: { everyone: { ambassadors: 6, people: 40 } } }],
  ['K30', 0.25, 'two-way of all, seen from each person', { during: { everyone: { two_way: 20, one_way: 60 } } }],
  ['K31', 0.6, 'crossing of all', { during: { everyone: { crossing: 30, internal: 20 } } }],
  ['K31.ei', 0.2, 'outside less inside', { during: { everyone: { crossing: 30, internal: 20 } } }],
  // Four entities of 10, 20, 30 and 40 people: 1 − (0.01 + 0.04 + 0.09 + 0.16).
  ['K31.expected', 0.7, '1 − Σ s²', { state: { everyone: { strangers: 70, people: 100 } } }],
  [
    'K31.ratio',
    0.5,
    'half of what chance would do',
    { state: { everyone: { strangers: 70, people: 100 } }, during: { everyone: { crossing: 35, internal: 65 } } },
  ],
  ['K61', 0.5, 'in term of those in office', { state: { everyone: { in_term: 4, ambassadors: 8 } } }],
  [
    'K62',
    0.6,
    'habitual of all in office',
    { state: { ambassadors: { people: 20 } }, during: { ambassadors: { habitual: 12, exposed: 15 } } },
  ],
  [
    'K64',
    0.15,
    'managers among ambassadors, less among everyone',
    { state: { managers: { ambassadors: 5, people: 100 }, everyone: { ambassadors: 20, people: 1000 } } },
  ],
  ['K63', 0.3, 'unserved', { state: { everyone: { people: 100, entity_served: 70 } } }],
  ['K63.site', 0.25, 'of known sites', { state: { everyone: { people: 100, site_known: 80, site_served: 60 } } }],
  ['K27', 0.4, 'of those it was addressed to', { during: { everyone: { targeted: 50, seen: 20 } } }],
  [
    'K84',
    0.24,
    'those of opened waves only',
    {
      state: { everyone: { people: 200, opened: 100 }, opened: { people: 100 } },
      during: { everyone: { attended: 30 }, opened: { attended: 24 } },
    },
  ],
  [
    'K84',
    0.15,
    'of everyone without waves',
    { state: { everyone: { people: 200, opened: 0 } }, during: { everyone: { attended: 30 } } },
  ],
  [
    'K84.managers',
    0.6,
    'managers apart',
    { state: { managers: { people: 20, opened: 20 } }, during: { managers: { attended: 12 } } },
  ],
  [
    'M08.connected',
    0.6,
    'of the people planned',
    { state: { everyone: { planned: 100, connected: 60, people: 100 } } },
  ],
])('%s = %f: %s', (key, value, _because, one) => {
  expect(valueOf(key, one)).toBeCloseTo(value, 10);
});

test('activity of fewer than ten ambassadors is not shown', () => {
  const few = { state: { ambassadors: { people: 9 } }, during: { ambassadors: { habitual: 5 } } };
  expect(read('K62', few)).toMatchObject({ shown: 'masked', note: 'too_few_eligible' });
});

test('ambassadors of one level are set against that level', () => {
  const level = { 'level-3': { ambassadors: 6, people: 50 }, everyone: { ambassadors: 20, people: 1000 } };
  expect(read('K64', { population: 'level-3', state: level }).value).toBeCloseTo(0.25, 10);
  expect(
    read('K64', { state: { everyone: { ambassadors: 0, people: 50 }, managers: { ambassadors: 0, people: 9 } } }),
  ).toMatchObject({ shown: 'none' });
});

test.each<IndicatorKey>(['K23.engager', 'K24.median'])('%s is told of places, not of levels', (key) => {
  const told = { engager: 8, b0: 8, b1: 2 };
  const during = { persona: told, interactions: told, 'level-1': { interactive: 4, interactions: 9 } };
  expect(read(key, { population: 'level-1', k: 1, state: { 'level-1': { activated: 10 } }, during })).toMatchObject({
    ...{ shown: 'masked', value: null },
  });
});

test('the manager gap compares a level with everyone who manages nobody', () => {
  const outcome = read('K51', {
    population: 'level-4',
    state: { everyone: { people: 1100 }, managers: { people: 100 }, 'level-4': { people: 100 } },
    during: { everyone: { daily: 195 }, managers: { daily: 25 }, 'level-4': { daily: 25 } },
  });
  expect(outcome.value).toBeCloseTo(0.25 - 0.17, 10);
  expect(outcome.against).toEqual({ numerator: exactly(170), denominator: exactly(1000) });
  expect(outcome.low).toBeLessThan(0.08);
  expect(outcome.high).toBeGreaterThan(0.08);
});

test('the others of published intervals span both ends', () => {
  const { against } = read('K51', {
    state: { everyone: { people: 500 }, managers: { people: 50 } },
    during: { everyone: { daily: { low: 90, high: 92 } }, managers: { daily: { low: 9, high: 11 } } },
  });
  expect(against?.numerator).toEqual({ low: 79, high: 83 });
});

test('nobody to divide by is undefined, not zero', () => {
  const invited = { state: { invited: { people: 0 } }, during: { invited: { engaged: 0 } } };
  expect(read('K20', invited)).toMatchObject({ shown: 'none', value: null, low: null });
  expect(read('K08b', { state: { everyone: { activated: 5 } } })).toMatchObject({ shown: 'none', note: 'no_plan' });
  expect(read('K11', {})).toMatchObject({ shown: 'none' });
  // There are people, whom no wave speaks of.
  const unplanned = { state: { everyone: { people: 320, planned: 0, activated: 300 }, planned: { people: 0 } } };
  for (const key of ['K08', 'M08.activated'] as const)
    expect(read(key, unplanned)).toMatchObject({ shown: 'none', note: 'nobody_planned' });
});

test('what is hidden as a share of the people planned is hidden beside the plan too', () => {
  const case14 = (activated: Interval): Case => ({
    ...{ plan: 14, state: { everyone: { activated, planned: 14 }, planned: { activated } } },
  });
  const wide = case14({ low: 4, high: 14 });
  for (const key of ['M08.activated', 'K08b'] as const) expect(read(key, wide)).toMatchObject({ shown: 'masked' });
  expect(read('K08b', case14({ low: 8, high: 12 }))).toMatchObject({ shown: 'value', value: 10 / 14 });
});

test('where nobody answers anybody, or nobody is outside, ties say nothing', () => {
  expect(read('K30', { during: { everyone: { two_way: 0, one_way: 0 } } })).toMatchObject({ shown: 'none' });
  const alone = {
    state: { everyone: { strangers: 0, people: 40 } },
    during: { everyone: { crossing: 0, internal: 9 } },
  };
  expect(read('K31.ratio', alone)).toMatchObject({ shown: 'none', value: null });
  expect(read('K31', alone).value).toBe(0);
  expect(read('K63.trade', { state: { everyone: { trade_known: 0, trade_served: 0 } } }).shown).toBe('none');
});

test('shares of interactions span what is published of both parts', () => {
  const one = { during: { everyone: { crossing: { low: 10, high: 20 }, internal: { low: 30, high: 40 } } } };
  expect(read('K31', one)).toMatchObject({
    low: 10 / 50,
    high: 20 / 50,
    value: 15 / 50,
    numerator: { low: 10, high: 20 },
  });
});

test('what the publication hides is masked', () => {
  expect(read('K20', { state: { invited: { people: 50 } } })).toMatchObject({
    shown: 'masked',
    value: null,
    numerator: null,
  });
});

test.each([
  [9, 'masked'],
  [10, 'value'],
])('of %i invited people the rate is %s with k = 10', (people, shown) => {
  expect(read('K20', { state: { invited: { people } }, during: { invited: { engaged: 3 } } }).shown).toBe(shown);
});

test('a denominator that may lie below k is masked', () => {
  const due = { during: { everyone: { due14: { low: 9, high: 11 }, activated14: { low: 0, high: 2 } } } };
  expect(read('K02', due)).toMatchObject({ shown: 'masked', note: 'too_few_eligible', numerator: null });
});

test('coverage is declared: shown at any size', () => {
  expect(read('K60', { state: { everyone: { ambassadors: 1, people: 4 } } })).toMatchObject({
    shown: 'value',
    value: 0.25,
  });
});

test.each<[Base, number, string]>([
  ['invited', 0.2, 'base_invited'],
  ['opened', 0.1, 'base_opened'],
  ['headcount', 0.05, 'base_headcount'],
])('on the base %s the rate is %f and says so', (base, value, note) => {
  const counts = {
    base,
    state: { everyone: { people: 800, opened: 400 }, invited: { people: 200 }, opened: { people: 400 } },
  };
  const outcome = read('K20', {
    ...counts,
    during: { everyone: { engaged: 40 }, invited: { engaged: 40 }, opened: { engaged: 40 } },
  });
  expect(outcome).toMatchObject({ value, note });
});

test('the base is that of the best thing known', () => {
  expect(baseOf({ low: 3, high: 5 }, exactly(9))).toBe('invited');
  expect(baseOf(exactly(0), exactly(9))).toBe('opened');
  expect(baseOf(null, exactly(0))).toBe('headcount');
});

test('the operator divides the same way, at any size', () => {
  const counts: Record<string, number> = { people: 3, engaged: 1 };
  const outcome = exactOutcome('K20', {
    base: 'headcount',
    count: (_population, _frame, measure) => counts[measure] ?? null,
  });
  expect(outcome).toMatchObject({ shown: 'value', value: 1 / 3, numerator: exactly(1), denominator: exactly(3), n: 3 });
});

test('where only everyone is published, a rate of the invited is what the two counts leave possible', () => {
  const outcome = read('K20', {
    state: { everyone: { invited: 95, people: 100 } },
    during: { everyone: { engaged: 19 } },
  });
  expect(outcome).toMatchObject({ shown: 'value', numerator: { low: 14, high: 19 }, denominator: exactly(95) });
  // Of 20 managers 15 are invited and 12 signed in: 7 at least did both, 12 at most.
  const managers = { state: { managers: { people: 20, invited: 15 } }, during: { managers: { login: 12 } } };
  expect(read('K03b', { ...managers, population: 'managers' }).numerator).toEqual({ low: 7, high: 12 });
});

test('people outside the directory are in counts and in no rate', () => {
  const during = { everyone: { act: 100, engaged: 20 }, unassigned: { act: { low: 30, high: 32 }, engaged: 30 } };
  const one = { base: 'headcount' as const, state: { everyone: { people: 200 }, unassigned: { people: 60 } }, during };
  expect(read('K04.act', one).numerator).toEqual({ low: 130, high: 132 });
  expect(read('K20', one).numerator).toEqual(exactly(20));
});

test('non-managers published as such are read before any subtraction', () => {
  const { against } = read('K51', {
    state: { everyone: { people: 500 }, managers: { people: 50 }, others: { people: 450 } },
    during: {
      everyone: { daily: { low: 90, high: 92 } },
      managers: { daily: { low: 9, high: 11 } },
      others: { daily: 81 },
    },
  });
  expect(against?.numerator).toEqual(exactly(81));
});

test('who of the opened is invited is declared of declared: nothing of it is chance', () => {
  const counts = { state: { everyone: { invited: 900, opened: 1000, people: 1000 } } };
  expect(read('K01', counts)).toMatchObject({ value: 0.9, low: 0.9, high: 0.9 });
});
