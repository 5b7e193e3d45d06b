import { queryOptions, useQuery } from '@tanstack/react-query';
import { IdentityProviders } from '#contract/identity.js';
import { get } from './client.js';

const providersQuery = queryOptions({
  queryKey: ['identity-providers'],
  queryFn: ({ signal }) => get('/v1/identity-providers', IdentityProviders, {}, signal),
  staleTime: Infinity,
});

/** Who can vouch for somebody here, and whether links are sent; neither while it is not known. */
export const useWaysIn = () => useQuery(providersQuery).data ?? { providers: [], sendsLinks: false };

/** An address that the browser visits: it leads to the provider and back. */
export const startAddress = (provider: string, next: string | undefined) =>
  `/v1/identity-providers/${provider}/start${next === undefined ? '' : `?${new URLSearchParams({ next })}`}`;
