import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { RecoveryCodes, SecondFactorSecret } from '#contract/second-factor.js';
import { send } from './client.js';
import { sessionQuery } from './session.js';

/** For whoever knows the password; counts once a code of the app was sent. */
export const useBeginSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) => send('POST', '/v1/account/second-factor', { password }, SecondFactorSecret),
  });

/** What the screens know of the session is asked for again when the recovery codes were read: `useSessionAgain`. */
export const useConfirmSecondFactor = () =>
  useMutation({
    mutationFn: (code: string) => send('POST', '/v1/account/second-factor/confirmation', { code }, RecoveryCodes),
  });

export const useRenewRecoveryCodes = () =>
  useMutation({ mutationFn: (code: string) => send('POST', '/v1/account/recovery-codes', { code }, RecoveryCodes) });

export function useRemoveSecondFactor() {
  const again = useSessionAgain();
  return useMutation({
    mutationFn: (code: string) => send('POST', '/v1/account/second-factor/removal', { code }, z.unknown()),
    onSuccess: again,
  });
}

export function useSessionAgain() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
}
