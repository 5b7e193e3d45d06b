import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { Sessions } from '#contract/access.js';
import { ApiTokens, MadeApiToken, type NewApiToken } from '#contract/api-tokens.js';
import { get, send } from './client.js';

const key = ['api-tokens'];

export const useApiTokens = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => get('/v1/account/tokens', ApiTokens, {}, signal) });

/** The token is in the answer, this once. */
export function useNewApiToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (token: NewApiToken) => send('POST', '/v1/account/tokens', token, MadeApiToken),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useRevokeApiToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send('DELETE', `/v1/account/tokens/${id}`, undefined, z.unknown()),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** One's own that are open. */
export const useOwnSessions = () =>
  useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => get('/v1/sessions', Sessions, {}, signal) });
