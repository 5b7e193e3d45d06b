import { type Sentence } from '../sentences/sentence.js';
import { isOverdue, nextOpening, slipOf, standingOf } from './wave-verdict.js';

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

test('days are told with both ends, people and day, and are absent where none are named', () => {
  const params = { wave: 'Nord', from: 150, to: 170, low: 205, high: 219, of: 256, day: '2026-10-25' };
  expect(slipOf({ key: 'wave.behind', params })).toEqual({
    ...{ from: 150, to: 170, day: '2026-10-25' },
    people: { low: 205, high: 219, of: 256 },
  });
  expect(slipOf(said('wave.done').sentence)).toBeNull();
});

test('the next wave is the first planned one that has not opened', () => {
  const wave = (plannedStart: string, actualStart: string | null) => ({ plannedStart, actualStart });
  const waves = [wave('2026-12-01', null), wave('2026-11-20', '2026-11-10'), wave('2026-11-25', null)];
  expect(nextOpening(waves, '2026-11-15')).toBe(waves[2]);
  expect(nextOpening(waves, '2026-12-15')).toBeUndefined();
});
