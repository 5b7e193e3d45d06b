import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  AccountAnswer,
  type AccountChange,
  AccountLink,
  Accounts,
  type NewAccount,
  type NewLink,
} from '#contract/access.js';
import { get, send } from './client.js';

const key = ['accounts'];

/** Everybody who may sign in; for administrators of the installation. */
export const useAccounts = (isAsked: boolean) =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => get('/v1/accounts', Accounts, {}, signal), enabled: isAsked });

function useAccountsAgain() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}

/** An account, and the link with which it chooses its password. */
export function useInvite() {
  const again = useAccountsAgain();
  return useMutation({
    mutationFn: async (account: z.input<typeof NewAccount>) => {
      const made = await send('POST', '/v1/accounts', account, AccountAnswer);
      return send('POST', `/v1/accounts/${made.account.id}/link`, { purpose: 'invitation' }, AccountLink);
    },
    onSettled: again,
  });
}

export function useChangeAccount(id: string) {
  const again = useAccountsAgain();
  return useMutation({
    mutationFn: (change: AccountChange) => send('PATCH', `/v1/accounts/${id}`, change, AccountAnswer),
    onSuccess: again,
  });
}

export const useNewLink = (id: string) =>
  useMutation({
    mutationFn: (purpose: NewLink['purpose']) => send('POST', `/v1/accounts/${id}/link`, { purpose }, AccountLink),
  });

/** Ends what an account has: all of it, its sessions and tokens, or its second factor. */
export function useEnd(id: string, what: '' | '/sessions' | '/second-factor') {
  const again = useAccountsAgain();
  return useMutation({
    mutationFn: () => send('DELETE', `/v1/accounts/${id}${what}`, undefined, z.unknown()),
    onSuccess: again,
  });
}
