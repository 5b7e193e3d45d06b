import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type NewSmallestGroup, SmallestGroup } from '#contract/smallest-group.js';
import { useOrganizationSlug } from '../app/filters.js';
import { get, organizationPath, send } from './client.js';
import { sessionQuery } from './session.js';

const keyOf = (slug: string) => ['smallest-group', slug];

/** How many people a figure is about at least. */
export function useSmallestGroup() {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: keyOf(slug),
    queryFn: ({ signal }) => get(organizationPath(slug, 'smallest-group'), SmallestGroup, {}, signal),
  });
}

/** The answer is what holds now; the frame of the pages says it too. */
export function useSmallestGroupChange() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: NewSmallestGroup) =>
      send('PUT', organizationPath(slug, 'smallest-group'), asked, SmallestGroup),
    onSuccess: async (holds) => {
      queries.setQueryData(keyOf(slug), holds);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await queries.invalidateQueries({ queryKey: ['organization', slug] });
    },
  });
}
