import { isApiError } from '../../api/api-error.js';
import type french from '../../i18n/fr/accounts.js';

const words: Partial<Record<string, keyof typeof french>> = {
  email_taken: 'emailTaken',
  last_admin: 'lastAdmin',
  scope_required: 'scopeRequired',
  unknown_entity: 'unknownEntity',
  signs_in_elsewhere: 'signsInElsewhere',
  same_group_twice: 'sameGroupTwice',
};

/** In words why a change of somebody's rights was refused. */
export const refusalOf = (error: Error) => (isApiError(error) && words[error.code]) || 'failed';
