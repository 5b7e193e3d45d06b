import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../api/organization.js';

/** The organisation's own word for a level where it has one. */
export function useLevelName(): (levels: number[]) => string {
  const { t } = useTranslation('exemplarity');
  const { data } = useOrganization();
  const words = data?.houseWords;
  return useCallback(
    (levels: number[]): string => {
      const nameOf = (level: number): string => {
        const own = words?.[`level-${level}`];
        if (own !== undefined) return own;
        return level === 0 ? t('level0') : t('level', { n: level });
      };
      const names = levels.map(nameOf);
      if (names.length === 0) return t('all');
      if (names.length === 1) return names.join('');
      const first = names.slice(0, -1).join(', ');
      return t('levelsJoined', { names: `${first} ${t('and')} ${names.at(-1)}` });
    },
    [t, words],
  );
}
