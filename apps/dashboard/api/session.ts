import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { isApiError } from './api-error.js';
import { get, send } from './client.js';

const Session = z.object({
  user: z.object({ email: z.string(), name: z.string().nullish(), role: z.string() }),
  organizations: z.array(
    z.object({ slug: z.string(), name: z.string(), class: z.enum(['synthetic', 'public', 'personal']), bands: z.boolean() }),
  ),
});
export type Session = z.infer<typeof Session>;
export type SessionOrganization = Session['organizations'][number];

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) =>
    get('/v1/session', Session, {}, signal).catch((error: unknown) => {
      if (isApiError(error) && error.status === 401) return null;
      throw error;
    }),
  staleTime: 5 * 60_000,
});

export const useSession = () => useSuspenseQuery(sessionQuery).data;

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (account: { email: string; password: string }) => send('POST', '/v1/session', account, z.unknown()),
    onSuccess: () => queries.resetQueries({ queryKey: sessionQuery.queryKey }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', '/v1/session', undefined, z.unknown()),
    onSettled: () => queries.clear(),
  });
}
