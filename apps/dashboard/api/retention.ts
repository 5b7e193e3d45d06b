import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeptRaw, type NewRetention } from '#contract/retention.js';
import { useOrganizationSlug } from '../app/filters.js';
import { get, organizationPath, send } from './client.js';

const keyOf = (slug: string) => ['retention', slug];

/** For how long what comes from the network is kept. */
export function useKeptRaw() {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: keyOf(slug),
    queryFn: ({ signal }) => get(organizationPath(slug, 'retention'), KeptRaw, {}, signal),
  });
}

/** The answer is what holds now. */
export function useRetentionChange() {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: NewRetention) => send('PUT', organizationPath(slug, 'retention'), asked, KeptRaw),
    onSuccess: (kept) => queries.setQueryData(keyOf(slug), kept),
  });
}
