import { type FunnelStep, type Rollout } from '#contract/rollout.js';
import { funnelRows, sharedPlaces } from './funnel-rows.js';

const step = (name: FunnelStep['step'], low: number, high = low) =>
  ({ step: name, people: { low, high } }) as unknown as FunnelStep;

const funnel = [step('planned', 100, 104), step('invited', 90), step('activated', 80)];
const wave = (key: string, state: string, mixed: string[] = [], steps = funnel) => ({
  ...{ key, name: key.toUpperCase(), position: 1, state, mixed, asOf: '2026-10-25' },
  funnel: steps,
});
const week = '2026-11-15';
const rollout = (waves: unknown[], total: unknown = { funnel, asOf: week }) =>
  ({ waves, total, week }) as unknown as Pick<Rollout, 'total' | 'waves' | 'week'>;

test('the whole comes first, and its people are the first step', () => {
  const rows = funnelRows(rollout([wave('pilot', 'open')]));
  expect(rows.map(({ name, planned }) => [name, planned])).toEqual([
    [null, 102],
    ['PILOT', 102],
  ]);
  // Each says its own day where it is not that of the page.
  expect(rows.map(({ asOf }) => asOf)).toEqual([null, '2026-10-25']);
  expect(rows[0]?.steps.map((each) => each.step)).toEqual(['invited', 'activated']);
});

test('what has not opened or is not published has no way to show', () => {
  expect(funnelRows(rollout([wave('a', 'waiting'), wave('b', 'open', [], [])], null))).toEqual([]);
});

test('a place shared by two waves is named once', () => {
  expect(sharedPlaces(rollout([wave('a', 'open', ['Porto']), wave('b', 'open', ['Porto', 'Faro'])]))).toEqual([
    'Porto',
    'Faro',
  ]);
});
