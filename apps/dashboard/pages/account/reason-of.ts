import { isApiError } from '../../api/api-error.js';
import type french from '../../i18n/fr/account.js';

const words: Partial<Record<string, keyof typeof french>> = {
  wrong_code: 'wrongCode',
  wrong_password: 'wrongPassword',
  same_password: 'samePassword',
  too_many_attempts: 'tooMany',
  too_many_tokens: 'tooManyTokens',
  second_factor_needed: 'neededByRole',
};

/** In words what the server refused of one's own account. */
export const reasonOf = (error: Error) => (isApiError(error) && words[error.code]) || 'failed';
