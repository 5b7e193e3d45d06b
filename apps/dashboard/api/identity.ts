import { queryOptions, useQuery } from '@tanstack/react-query';
import { IdentityProviders } from '#contract/identity.js';
import { get } from './client.js';

const providersQuery = queryOptions({
  queryKey: ['identity-providers'],
  queryFn: ({ signal }) => get('/v1/identity-providers', IdentityProviders, {}, signal),
  staleTime: Infinity,
});

/** Who can vouch for somebody here; none while it is not known. */
export const useProviders = () => useQuery(providersQuery).data?.providers ?? [];

/** An address that the browser visits: it leads to the provider and back. */
export const startAddress = (provider: string, next: string | undefined) =>
  `/v1/identity-providers/${provider}/start${next === undefined ? '' : `?${new URLSearchParams({ next })}`}`;
