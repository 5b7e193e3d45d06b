import { type FollowedEntity } from '#contract/follow-up.js';
import { type TimeSeries } from '../../charts/TimeChart.js';

/** What an entity does and what comparable ones do, one line each; the band is where 19 of 20 of them lie. */
export const courseLines = (
  { place, weeks }: FollowedEntity,
  names: { actual: string; expected: string },
): TimeSeries[] => [
  {
    ...{ key: `${place}-expected`, name: names.expected, role: 'context' },
    points: weeks.map(({ weekEnd, expected }) => ({ weekEnd, value: null, ...expected })),
  },
  {
    ...{ key: place, name: names.actual, role: 'ours' },
    points: weeks.map(({ weekEnd, share }) => ({ weekEnd, value: share })),
  },
];

/** Calls of the last fortnight, of everybody who is shown. */
export const calledSince = (entities: readonly FollowedEntity[], day: string): number =>
  entities.filter(({ lastCall }) => lastCall !== null && lastCall.calledOn >= day).length;
