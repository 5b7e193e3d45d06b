import type french from '../i18n/fr/shell.js';

/** Why a sign-in with an identity provider came back without one, in words; an unknown reason is a failure. */
const words: Partial<Record<string, keyof typeof french>> = {
  no_role: 'refusedNoRole',
  no_email: 'refusedNoEmail',
  email_taken: 'refusedEmailTaken',
  account_disabled: 'refusedDisabled',
  identity_taken: 'refusedIdentityTaken',
  already_linked: 'refusedAlreadyLinked',
  attempt_over: 'refusedOver',
  provider_refused: 'refusedThere',
  provider_unreachable: 'refusedUnreachable',
  provider_not_believed: 'refusedNotBelieved',
};

export const refusalWord = (reason: string) => words[reason] ?? 'signInFailed';
