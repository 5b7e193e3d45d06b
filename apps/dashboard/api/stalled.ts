import { useMemo } from 'react';
import { type FollowedEntity, FollowUp } from '#contract/follow-up.js';
import { useReading } from './reading.js';
import { useRights } from './rights.js';

const none: ReadonlyMap<string, FollowedEntity> = new Map();

/**
 * Places that « À relancer » calls for or calls first, by key: other pages tell them beside what they compare, which may be fine.
 * Empty for whoever may not read that page.
 */
export function useStalled(week: string | undefined): ReadonlyMap<string, FollowedEntity> {
  const { readsPlaces } = useRights();
  const { data } = useReading('follow-up', FollowUp, { week }, readsPlaces);
  return useMemo(
    () =>
      data
        ? new Map(
            [...data.alerts.flatMap(({ entities }) => entities), ...data.small.filter(({ low }) => low)].map(
              (entity) => [entity.place, entity],
            ),
          )
        : none,
    [data],
  );
}
