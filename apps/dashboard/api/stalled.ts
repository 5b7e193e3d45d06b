import { useMemo } from 'react';
import { type FollowedEntity, FollowUp } from '#contract/follow-up.js';
import { useReading } from './reading.js';
import { useSession } from './session.js';

const none: ReadonlyMap<string, FollowedEntity> = new Map();

/**
 * Places that « À relancer » calls for, by key: other pages tell them beside what they compare, which may be fine.
 * Empty for whoever may not read that page.
 */
export function useStalled(week: string | undefined): ReadonlyMap<string, FollowedEntity> {
  const role = useSession()?.account.role;
  const { data } = useReading('follow-up', FollowUp, { week }, role !== undefined && role !== 'sponsor');
  return useMemo(
    () =>
      data ? new Map(data.alerts.flatMap(({ entities }) => entities.map((entity) => [entity.place, entity]))) : none,
    [data],
  );
}
