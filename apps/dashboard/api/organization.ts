import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Organization } from '#contract/organization.js';
import { useFilters, useOrganizationSlug } from '../app/filters.js';
import { type Day } from '../format/iso-week.js';
import { get } from './client.js';
import { useSession } from './session.js';

/** What the frame needs to draw every page; `week` chooses the tree, the last closed one without it. */
export const organizationQuery = (slug: string, week?: Day) =>
  queryOptions({
    queryKey: ['organization', slug, week ?? null],
    queryFn: ({ signal }) => get(`/v1/organizations/${encodeURIComponent(slug)}`, Organization, { week }, signal),
    placeholderData: keepPreviousData,
    // While weeks are being counted, one follows the other within seconds.
    refetchInterval: ({ state }) => (state.data?.waiting || state.data?.firstWeek ? 10_000 : 60_000),
  });

/** The organisation in the address, at the week in the address. */
export function useOrganization() {
  const [{ week }] = useFilters();
  return useQuery(organizationQuery(useOrganizationSlug(), week));
}

/** Its zone, known before anything else of it. */
export function useOwnZone(): string {
  const session = useSession();
  const slug = useOrganizationSlug();
  return session?.organizations.find((each) => each.slug === slug)?.timezone ?? 'UTC';
}
