import { type Mandate } from '#contract/ambassadors.js';
import { missionColumns, mostMissions } from './mission-lengths.js';

const mission = (days: number | null, change: Partial<Mandate> = {}): Mandate => ({
  ...{ role: 'ambassador', name: null, entity: null, entityName: null, from: null, to: null, days },
  ...{ running: true, length: null, ...change },
});
const months = { low: 3, high: 6 };

test('ambassadors in office are counted by whole months, the longest together', () => {
  const columns = missionColumns([
    mission(0),
    mission(29),
    mission(31),
    mission(1000),
    mission(null),
    mission(31, { running: false }),
    mission(31, { role: 'sponsor' }),
  ]);
  expect(columns).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test('the finding says where most are, or nothing', () => {
  expect(mostMissions([], months)).toBeNull();
  expect(mostMissions([mission(10), mission(20), mission(120)], months)).toBe('short');
  expect(mostMissions([mission(100), mission(120), mission(20)], months)).toBe('inside');
  expect(mostMissions([mission(400), mission(120), mission(20)], months)).toBe('long');
  expect(mostMissions([mission(20), mission(120)], months)).toBeNull();
});
