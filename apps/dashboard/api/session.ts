import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { type NewOrganization, type NewPassword, type PasswordChange, Session, type SignIn } from '#contract/access.js';
import { SignedOut } from '#contract/identity.js';
import { type Language } from '#domain/sentences/language.js';
import { isApiError } from './api-error.js';
import { get, send } from './client.js';

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
    mutationFn: (account: SignIn) => send('POST', '/v1/session', account, Session),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

/** Also at the identity provider, where one vouched for the person: the browser goes on there. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', '/v1/session', undefined, SignedOut),
    onSuccess: ({ continueAt }) => {
      if (continueAt !== null) window.location.assign(continueAt);
    },
    onSettled: () => queries.clear(),
  });
}

/** Everywhere this account is signed in, here too. */
export function useSignOutEverywhere() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', '/v1/sessions', undefined, z.unknown()),
    onSettled: () => queries.clear(),
  });
}

/** With the secret of a link that an administrator handed over. */
export const useChoosePassword = () =>
  useMutation({ mutationFn: (chosen: NewPassword) => send('POST', '/v1/password', chosen, z.unknown()) });

/** One's own; every other session ends. */
export function usePasswordChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) => send('POST', '/v1/account/password', change, z.unknown()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

/** Answers the same whether anybody has this address. */
export const useForgottenPassword = () =>
  useMutation({ mutationFn: (email: string) => send('POST', '/v1/password/forgotten', { email }, z.unknown()) });

/** Mails and exports follow the language of the account, so a choice on screen is told to it. */
export function useAccountLanguage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) => send('PATCH', '/v1/session', { language }, Session),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

/** Only an administrator may. */
export function useNewOrganization() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (organization: NewOrganization) => send('POST', '/v1/organizations', organization, Session),
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}
