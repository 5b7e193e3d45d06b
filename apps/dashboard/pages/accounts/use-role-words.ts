import { useTranslation } from 'react-i18next';
import { type Role } from '#contract/access.js';

/** Roles as people call them, and what each opens. */
export function useRoleWords() {
  const { t } = useTranslation('accounts');
  return {
    name: (role: Role) => t(`role_${role}`),
    detail: (role: Role) => t(`role_${role}_detail`),
  };
}
