import { countStandings, judgedOf, placeStanding, standingOf } from './standing.js';
import { stateOf } from './wave.js';

test.each([
  { shown: 'value', low: 1.2, high: 1.3, expected: 'ahead', because: 'all of it is above the plan' },
  { shown: 'value', low: 0.5, high: 0.7, expected: 'behind', because: 'all of it is below the plan' },
  { shown: 'value', low: 0.98, high: 1.02, expected: 'on', because: 'it is near enough' },
  { shown: 'value', low: 0.6, high: 1.4, expected: 'unsure', because: 'its band holds the plan' },
  { shown: 'value', low: 1.06, high: 1.06, expected: 'ahead', because: 'the margin is five hundredths' },
  { shown: 'none', low: null, high: null, expected: 'unplanned', because: 'nothing was planned yet' },
  { shown: 'masked', low: null, high: null, expected: 'unknown', because: 'nothing is published' },
])('$expected: $because', ({ expected, because: _, ...index }) => {
  expect(standingOf(index)).toBe(expected);
});

test('places are counted where they stand', () => {
  // What is published of three leaves it open: they have a plan to be judged by all the same.
  expect(judgedOf(countStandings(['on', 'unsure', 'unsure', 'unsure', 'planless', 'unknown']))).toBe(4);
  expect(countStandings(['on', 'behind', 'on'])).toEqual({
    ...{ ahead: 0, on: 2, unsure: 0, behind: 1 },
    ...{ unplanned: 0, planless: 0, unknown: 0 },
  });
});

test('past the date of its target a place is on its plan only where its target is reached', () => {
  const wave = { plannedStart: '2026-03-02', plannedEnd: '2026-07-17', actualStart: '2026-03-02' };
  // 45 to 47 of 53 against 90%: near it, and short of it for good.
  const short = { shown: 'value', low: 45 / 47.7, high: 47 / 47.7 };
  expect(placeStanding({ ...short, periodEnd: '2026-07-12' }, wave, '2026-11-15')).toBe('unsure');
  expect(placeStanding({ ...short, periodEnd: '2026-10-25' }, wave, '2026-11-15')).toBe('behind');
  const unsure = { shown: 'value', low: 45 / 47.7, high: 48 / 47.7, periodEnd: '2026-10-25' };
  expect(placeStanding(unsure, wave, '2026-11-15')).toBe('unsure');
  expect(placeStanding({ ...unsure, low: 1 - 1e-12, high: 1 - 1e-12 }, wave, '2026-11-15')).toBe('on');
});

test('a place is to come only while its own wave has not opened', () => {
  const none = { shown: 'none', low: null, high: null, periodEnd: '2026-11-15' };
  const at = (actualStart: string | null, index: Parameters<typeof placeStanding>[0] = none) =>
    placeStanding(index, { plannedStart: '2026-12-07', plannedEnd: '2027-03-07', actualStart }, '2026-11-15');
  expect(at(null)).toBe('unplanned');
  expect(at('2026-11-16')).toBe('unplanned');
  expect(at('2026-11-02')).toBe('ahead');
  // A small place has no figure of the week, its parent has: both are to come.
  expect(at(null, { ...none, shown: 'masked' })).toBe('unplanned');
  const waiting = { plannedStart: '2026-12-07', plannedEnd: '2027-03-07', actualStart: null };
  expect(placeStanding(undefined, waiting, '2026-11-15')).toBe('unplanned');
  // Its plan began since its last figure: it is no longer to come, and nothing tells yet where it stands.
  const begun = { plannedStart: '2026-11-02', plannedEnd: '2027-03-07', actualStart: null };
  const low = { shown: 'value', low: 0.5, high: 0.6, periodEnd: '2026-11-15' };
  expect(placeStanding(none, begun, '2026-11-15')).toBe('unknown');
  expect(placeStanding(low, begun, '2026-11-15')).toBe('behind');
  // Two waves meet in it: people are active there, and no plan speaks of it alone.
  expect(placeStanding(none, null, '2026-11-15')).toBe('planless');
  expect(placeStanding(low, null, '2026-11-15')).toBe('behind');
  expect(placeStanding(undefined, null, '2026-11-15')).toBe('unknown');
});

test('a place may be on the plan of the day while its target is still open: two questions', () => {
  const wave = { plannedStart: '2026-07-27', plannedEnd: '2026-11-06', actualStart: '2026-08-03', actualEnd: null };
  // 16 to 18 of 18 on a day for which 15.97 were planned, against a target of 90%.
  const index = { shown: 'value', low: 16 / 15.97, high: 18 / 15.97, periodEnd: '2026-10-25' };
  expect(placeStanding(index, wave, '2026-11-15')).toBe('on');
  const promised = { ...wave, madeOf: 'entities', target: 0.9, curve: null } as unknown as Parameters<
    typeof stateOf
  >[0];
  expect(stateOf(promised, '2026-11-15', { low: 16 / 18, high: 1 }, '2026-10-25')).toBe('unsure');
});
