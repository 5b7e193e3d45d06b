import { type Sentence } from '#contract/published.js';
import { daysOf, isOverdue, nextOpening, standingOf } from './standing.js';

const said = (key: string, days?: number): { sentence: Sentence } => ({
  sentence: { key, params: days === undefined ? {} : { days } },
});

test('a wave stands where its sentence says', () => {
  expect(standingOf(said('wave.behind', 12))).toBe('behind');
  expect(standingOf(said('wave.done'))).toBe('done');
  expect(standingOf(said('wave.reached'))).toBe('reached');
  expect(standingOf(said('wave.unheard_of'))).toBe('unpublished');
  expect([said('wave.late', 3), said('wave.behind', 12), said('wave.ahead', -9)].map(isOverdue)).toEqual([
    true,
    true,
    false,
  ]);
});

test('days have no sign, and are absent where none are named', () => {
  expect(daysOf(said('wave.ahead', -9))).toBe(9);
  expect(daysOf(said('wave.done'))).toBeNull();
});

test('the next wave is the first planned one that has not opened', () => {
  const wave = (plannedStart: string, actualStart: string | null) => ({ plannedStart, actualStart });
  const waves = [wave('2026-12-01', null), wave('2026-11-20', '2026-11-10'), wave('2026-11-25', null)];
  expect(nextOpening(waves, '2026-11-15')).toBe(waves[2]);
  expect(nextOpening(waves, '2026-12-15')).toBeUndefined();
});
