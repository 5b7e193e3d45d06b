import { type Mandate } from '#contract/ambassadors.js';
import { missionColumns, mostMissions } from './mission-lengths.js';

const mission = (served: number | null, change: Partial<Mandate> = {}): Mandate => ({
  ...{ role: 'ambassador', name: null, entity: null, entityName: null, from: null, to: null, days: null },
  ...{ months: served, planned: null, running: true, length: null, ...change },
});
const months = { low: 3, high: 6 };

test('ambassadors in office are counted by whole months, the longest together', () => {
  const columns = missionColumns([
    mission(0),
    mission(0),
    mission(1),
    mission(33),
    mission(null),
    mission(1, { running: false }),
    mission(1, { role: 'sponsor' }),
  ]);
  expect(columns).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test('the finding says where most are, or nothing', () => {
  expect(mostMissions([], months)).toBeNull();
  expect(mostMissions([mission(0), mission(2), mission(3)], months)).toBe('short');
  expect(mostMissions([mission(3), mission(5), mission(0)], months)).toBe('inside');
  expect(mostMissions([mission(6), mission(3), mission(0)], months)).toBe('long');
  expect(mostMissions([mission(0), mission(3)], months)).toBeNull();
});
