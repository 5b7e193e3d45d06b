import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { IdentityProviders, type LinkStart, LinkStarted, OwnIdentities, type OwnPassword } from '#contract/identity.js';
import { get, send } from './client.js';

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

const ownQuery = queryOptions({
  queryKey: ['own-identities'],
  queryFn: ({ signal }) => get('/v1/account/identities', OwnIdentities, {}, signal),
});

export const useOwnIdentities = () => useQuery(ownQuery);

/** The browser goes on to the provider, which sends it back. */
export const useLinkIdentity = () =>
  useMutation({
    mutationFn: ({ provider, ...start }: LinkStart & { provider: string }) =>
      send('POST', `/v1/account/identities/${provider}`, start, LinkStarted),
    onSuccess: ({ continueAt }) => window.location.assign(continueAt),
  });

export function useUnlinkIdentity() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ provider, ...own }: OwnPassword & { provider: string }) =>
      send('POST', `/v1/account/identities/${provider}/removal`, own, z.unknown()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ownQuery.queryKey }),
  });
}
